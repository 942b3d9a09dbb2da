package org.industrialmind.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.industrialmind.knowledge.graph.EquipmentKnowledge;
import org.industrialmind.knowledge.graph.GraphUnavailableException;
import org.industrialmind.knowledge.graph.PlantGraph;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.PlantPath;
import org.junit.jupiter.api.Test;

class GraphLinkTest {
    private final LateGraph late = new LateGraph();
    private final CompletableFuture<Servers.GraphAddress> address = new CompletableFuture<>();
    private final List<Asset> assets = new ArrayList<>(List.of(asset("P-101")));
    private final Remote remote = new Remote();
    private final GraphLink<Remote> link = new GraphLink<>(late, address, this::open, () -> List.copyOf(assets));
    private boolean down;
    private int opened;

    private Remote open(Servers.GraphAddress at) {
        opened++;
        if (down) {
            throw new GraphUnavailableException("nobody answers at " + at);
        }
        return remote;
    }

    private static Asset asset(String tag) {
        return new Asset(
                new AssetId(tag), tag, new EquipmentClass("fan"), new PlantPath("North", "Utilities", "Air"), 3);
    }

    @Test
    void waits_for_an_address() {
        link.tend();
        assertThat(opened).isZero();
        assertThat(late.connected()).isFalse();
    }

    @Test
    void tries_again_a_graph_that_is_down_and_one_that_fails_while_it_is_loaded() {
        address.complete(new Servers.GraphAddress("bolt://nowhere", "neo4j", "secret"));
        down = true;
        link.tend();
        down = false;
        remote.failing = true;
        link.tend();
        assertThat(late.connected()).isFalse();
        remote.failing = false;
        link.tend();
        assertThat(late.connected()).isTrue();
        assertThat(late.assets()).containsExactlyElementsOf(assets);
        assertThat(opened).isEqualTo(2);
    }

    @Test
    void tells_of_machines_that_come_later_and_says_nothing_twice() {
        address.complete(new Servers.GraphAddress("bolt://here", "neo4j", "secret"));
        link.tend();
        link.tend();
        assertThat(remote.loads).isEqualTo(1);
        assets.add(asset("F-201"));
        link.tend();
        assertThat(late.assets()).containsExactlyElementsOf(assets);
    }

    @Test
    void opens_nothing_any_more_once_it_is_closed() throws Exception {
        address.complete(new Servers.GraphAddress("bolt://here", "neo4j", "secret"));
        link.tend();
        link.close();
        assertThat(remote.closed).isTrue();
        assets.add(asset("F-201"));
        link.tend();
        assertThat(remote.loads).isEqualTo(1);
    }

    /** A graph of machines, without knowledge. */
    private static final class Remote implements PlantGraph, AutoCloseable {
        private List<Asset> loaded = List.of();
        private int loads;
        private boolean failing;
        private boolean closed;

        @Override
        public void load(List<Asset> assets, List<EquipmentKnowledge> library) {
            if (failing) {
                throw new GraphUnavailableException("it takes too long");
            }
            loads++;
            loaded = assets;
        }

        @Override
        public Optional<Asset> asset(AssetId id) {
            return loaded.stream().filter(asset -> asset.id().equals(id)).findFirst();
        }

        @Override
        public List<Asset> assets() {
            return loaded;
        }

        @Override
        public Optional<EquipmentKnowledge> knowledge(EquipmentClass equipmentClass) {
            return Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
