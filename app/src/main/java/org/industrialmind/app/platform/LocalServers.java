package org.industrialmind.app.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.industrialmind.app.process.StackProcess;
import org.industrialmind.telemetry.store.Login;
import org.industrialmind.telemetry.wire.KafkaSettings;

/** Brings up the servers that are not given from elsewhere, and says where all of them are. */
public final class LocalServers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Set<String> ALL = Set.of("kafka", "questdb", "postgres", "neo4j");

    private final Runnable stop;
    private final Servers servers;

    /** Servers that run elsewhere; an empty one is started here. */
    public record Elsewhere(
            Optional<KafkaSettings> kafka,
            Optional<Servers.StoreAddress> store,
            Optional<String> postgres,
            Optional<Servers.GraphAddress> graph,
            boolean withoutGraph) {
        public static Elsewhere nothing() {
            return new Elsewhere(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        }

        /** Returns the same, with no graph started here. */
        public Elsewhere withNoGraphHere() {
            return new Elsewhere(kafka, store, postgres, graph, true);
        }

        Set<String> notNeededHere() {
            Set<String> names = new HashSet<>();
            kafka.ifPresent(given -> names.add("kafka"));
            store.ifPresent(given -> names.add("questdb"));
            postgres.ifPresent(given -> names.add("postgres"));
            graph.ifPresent(given -> names.add("neo4j"));
            if (withoutGraph) {
                names.add("neo4j");
            }
            return names;
        }
    }

    private LocalServers(Runnable stop, Servers servers) {
        this.stop = stop;
        this.servers = servers;
    }

    /**
     * Starts the servers and returns when all but the graph are ready.
     *
     * @param onReady told of each server that becomes ready
     * @throws org.industrialmind.app.process.StackFailedException if one cannot start
     */
    public static LocalServers open(Path data, Elsewhere elsewhere, Consumer<StackProcess.Server> onReady)
            throws InterruptedException {
        if (elsewhere.notNeededHere().equals(ALL)) {
            return new LocalServers(() -> {}, allElsewhere(elsewhere));
        }
        StackProcess stack = StackProcess.start(data.toAbsolutePath(), elsewhere.notNeededHere(), List.of(), onReady);
        try {
            stack.awaitUp(PATIENCE);
            KafkaSettings kafka = elsewhere.kafka().orElseGet(() -> new KafkaSettings(address(stack, "kafka")));
            Servers.StoreAddress store = elsewhere.store().orElseGet(() -> questDb(stack));
            String postgres = elsewhere.postgres().orElseGet(() -> address(stack, "postgres"));
            return new LocalServers(stack::close, new Servers(kafka, store, postgres, graph(stack, elsewhere)));
        } catch (RuntimeException | InterruptedException failure) {
            stack.close();
            throw failure;
        }
    }

    private static Servers allElsewhere(Elsewhere given) {
        return new Servers(
                given.kafka().orElseThrow(),
                given.store().orElseThrow(),
                given.postgres().orElseThrow(),
                given.graph().map(CompletableFuture::completedFuture).orElseGet(CompletableFuture::new));
    }

    private static Servers.StoreAddress questDb(StackProcess stack) {
        StackProcess.Server server = stack.server("questdb").join();
        Login login = new Login.Password(server.get("user"), server.get("password"));
        return new Servers.StoreAddress.QuestDb(server.get("url"), Optional.of(login));
    }

    private static String address(StackProcess stack, String name) {
        return stack.server(name).join().get("url");
    }

    private static CompletableFuture<Servers.GraphAddress> graph(StackProcess stack, Elsewhere elsewhere) {
        if (elsewhere.graph().isPresent()) {
            return CompletableFuture.completedFuture(elsewhere.graph().get());
        }
        if (elsewhere.withoutGraph()) {
            return new CompletableFuture<>();
        }
        return stack.server("neo4j")
                .thenApply(server ->
                        new Servers.GraphAddress(server.get("url"), server.get("user"), server.get("password")));
    }

    public Servers servers() {
        return servers;
    }

    @Override
    public void close() {
        stop.run();
    }
}
