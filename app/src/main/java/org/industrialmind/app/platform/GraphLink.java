package org.industrialmind.app.platform;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.industrialmind.knowledge.graph.EquipmentLibrary;
import org.industrialmind.knowledge.graph.PlantGraph;
import org.industrialmind.signal.Asset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects to the plant's graph and tells it of the machines, as often as it takes: a graph that is down when the platform
 * starts, or fails while it is told, is tried again, and machines that have come since are told of too.
 *
 * @param <G> a graph that is somewhere else
 */
final class GraphLink<G extends PlantGraph & AutoCloseable> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphLink.class);

    private final LateGraph graph;
    private final CompletableFuture<Servers.GraphAddress> address;
    private final Function<Servers.GraphAddress, G> opener;
    private final Supplier<List<Asset>> assets;
    private Optional<G> connection = Optional.empty();
    private Optional<List<Asset>> loaded = Optional.empty();
    private boolean failing;
    private boolean closed;

    GraphLink(
            LateGraph graph,
            CompletableFuture<Servers.GraphAddress> address,
            Function<Servers.GraphAddress, G> opener,
            Supplier<List<Asset>> assets) {
        this.graph = graph;
        this.address = address;
        this.opener = opener;
        this.assets = assets;
    }

    /** Does what is left to do: nothing while the graph has no address yet, and nothing if it knows all machines. */
    synchronized void tend() {
        List<Asset> known = assets.get();
        if (closed || !address.state().equals(CompletableFuture.State.SUCCESS) || loaded.equals(Optional.of(known))) {
            return;
        }
        try {
            if (connection.isEmpty()) {
                connection = Optional.of(opener.apply(address.resultNow()));
            }
            connection.get().load(known, EquipmentLibrary.standard());
            loaded = Optional.of(known);
            graph.connect(connection.get());
            failing = false;
            LOG.info("event=graph-loaded assets={}", known.size());
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.warn(
                        "event=graph-not-loaded next=\"trying again; alarms of machines it does not know rise without a"
                                + " diagnosis\" cause=\"{}\"",
                        failure.toString());
            }
            failing = true;
        }
    }

    @Override
    public synchronized void close() throws Exception {
        closed = true;
        if (connection.isPresent()) {
            connection.get().close();
        }
    }
}
