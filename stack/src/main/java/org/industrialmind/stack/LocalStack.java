package org.industrialmind.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Running servers on one data folder, in this process: {@link StackMain} without the program around it, for integration tests.
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.start(StackConfig.defaults(folder).withServers(ServerName.KAFKA))) {
 *     String bootstrap = stack.kafka().bootstrapServers();
 *     stack.stop(ServerName.KAFKA);  // the broker is gone
 *     stack.start(ServerName.KAFKA); // and back on the same port, with its data
 * }
 * }</pre>
 *
 * Servers start and stop in parallel. The graph server is not among them, since it needs a class path of its own.
 */
public final class LocalStack implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalStack.class);

    private final StackConfig config;
    private final DataLock lock;
    private final Ports ports;
    private final StackListener listener;
    private final Map<ServerName, LocalServer> servers = new EnumMap<>(ServerName.class);
    private final Map<ServerName, Endpoint> endpoints = new ConcurrentHashMap<>();

    private LocalStack(StackConfig config, DataLock lock, Ports ports, StackListener listener) throws IOException {
        this.config = config;
        this.lock = lock;
        this.ports = ports;
        this.listener = listener;
        for (ServerName name : config.servers()) {
            server(name).ifPresent(server -> servers.put(name, server));
        }
    }

    /**
     * Starts the configured servers and returns when all answer.
     *
     * @throws StackException if a port is taken, the folder is in use, room is short, or a server does not start; nothing is left running
     */
    public static LocalStack start(StackConfig config) {
        return start(config, (endpoint, took) -> {});
    }

    static LocalStack start(StackConfig config, StackListener listener) {
        try {
            OwnerOnly.folder(config.data());
            Files.createDirectories(config.logs());
            DataLock lock = DataLock.take(config.data());
            try {
                Headroom.of(config.data()).check(config.data());
                // a server left over by a killed stack may hold the very port this one is told to use
                LeftoverPostmaster.stop(postgresFolder(config));
                LocalStack stack = new LocalStack(config, lock, Ports.choose(config), listener);
                stack.startAll();
                return stack;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StackException(
                    "the data folder %s cannot be used: %s".formatted(config.data(), e),
                    "Choose a folder you may write to with --data.",
                    e);
        }
    }

    public Endpoint.Kafka kafka() {
        return (Endpoint.Kafka) endpoint(ServerName.KAFKA);
    }

    public Endpoint.QuestDb questDb() {
        return (Endpoint.QuestDb) endpoint(ServerName.QUESTDB);
    }

    public Endpoint.Postgres postgres() {
        return (Endpoint.Postgres) endpoint(ServerName.POSTGRES);
    }

    /** Starts one stopped server again, on the port and data it had. */
    public void start(ServerName name) {
        LocalServer server = known(name);
        synchronized (server) {
            start(server);
        }
    }

    /** Stops one server and leaves the others running. Its endpoint stays known, though nobody answers there. */
    public void stop(ServerName name) {
        LocalServer server = known(name);
        synchronized (server) {
            server.stop();
        }
    }

    /** Stops every server and gives up the data folder. */
    @Override
    public void close() {
        try {
            inParallel(server -> {
                synchronized (server) {
                    server.stop();
                }
            });
        } finally {
            release();
        }
    }

    int port(ServerPort port) {
        return ports.of(port);
    }

    private void startAll() {
        try {
            inParallel(this::start);
        } catch (RuntimeException e) {
            stopWhatRuns();
            throw e;
        }
    }

    private void stopWhatRuns() {
        try {
            inParallel(LocalServer::stop);
        } catch (RuntimeException e) {
            log.warn("action=stop outcome=failed next=\"the process ends anyway\"", e);
        }
    }

    private void start(LocalServer server) {
        long began = System.nanoTime();
        Endpoint endpoint = server.start();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        endpoints.put(server.name(), endpoint);
        log.info("server={} state=ready endpoint={} seconds={}", server.name(), endpoint, took.toMillis() / 1e3);
        listener.ready(endpoint, took);
    }

    /** Runs the step for all servers at once and waits for all; the first failure is thrown, the others are attached to it. */
    private void inParallel(Consumer<LocalServer> step) {
        List<Throwable> failures = new ArrayList<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("stack-", 0).factory())) {
            List<CompletableFuture<Void>> running = servers.values().stream()
                    .map(server -> CompletableFuture.runAsync(() -> step.accept(server), threads))
                    .toList();
            for (CompletableFuture<Void> one : running) {
                try {
                    one.join();
                } catch (CompletionException e) {
                    failures.add(e.getCause() == null ? e : e.getCause());
                }
            }
        }
        if (!failures.isEmpty()) {
            Throwable first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first instanceof StackException known
                    ? known
                    : new StackException("a server failed: " + first, "Read the logs in " + config.logs() + ".", first);
        }
    }

    private Optional<LocalServer> server(ServerName name) throws IOException {
        Path data = config.data();
        return switch (name) {
            case KAFKA ->
                Optional.of(new KafkaBroker(
                        data.resolve("kafka"), ports.of(ServerPort.KAFKA), ports.controller(), config.retention()));
            case QUESTDB ->
                Optional.of(new QuestDb(
                        data.resolve("questdb"),
                        config.logs(),
                        ports.of(ServerPort.QUESTDB_HTTP),
                        ports.of(ServerPort.QUESTDB_PG),
                        Secret.kept(data.resolve("questdb.password"))));
            case POSTGRES ->
                Optional.of(new Postgres(
                        postgresFolder(config),
                        OwnerOnly.folder(data.resolve("programs")).resolve("postgresql"),
                        ports.of(ServerPort.POSTGRES),
                        Secret.kept(data.resolve("postgres.password"))));
            case NEO4J -> Optional.empty();
        };
    }

    private static Path postgresFolder(StackConfig config) {
        return config.data().resolve("postgres");
    }

    private LocalServer known(ServerName name) {
        LocalServer server = servers.get(name);
        if (server == null) {
            throw new IllegalArgumentException(name + " is not part of this stack, which has " + servers.keySet());
        }
        return server;
    }

    private Endpoint endpoint(ServerName name) {
        Endpoint endpoint = endpoints.get(name);
        if (endpoint == null) {
            throw new IllegalStateException(name + " is not part of this stack, which has " + servers.keySet());
        }
        return endpoint;
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            log.warn("lock={} outcome=\"not released\" next=\"it ends with this process\"", config.data(), e);
        }
    }
}
