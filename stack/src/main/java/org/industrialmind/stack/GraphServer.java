package org.industrialmind.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Neo4j in a process of its own, spoken to by lines of JSON. Its licence (GPL) and its class path stay on the other side of that pipe.
 *
 * <p>The child ends when its standard input does, so it cannot outlive this process, however that ends.
 */
final class GraphServer implements LocalServer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final List<String> command;
    private final Path logs;
    private volatile @Nullable Process process;
    private volatile Endpoint.@Nullable Neo4j endpoint;

    GraphServer(List<String> command, Path logs) {
        this.command = List.copyOf(command);
        this.logs = logs;
    }

    @Override
    public ServerName name() {
        return ServerName.NEO4J;
    }

    @Override
    public Endpoint.Neo4j start() {
        Endpoint.Neo4j known = endpoint;
        if (known != null) {
            return known;
        }
        try {
            Process child = new ProcessBuilder(command)
                    .redirectError(logs.resolve("neo4j-errors.log").toFile())
                    .start();
            process = child;
            Endpoint.Neo4j fresh = awaitReady(child);
            endpoint = fresh;
            return fresh;
        } catch (IOException e) {
            throw failure("the program could not be run: " + e.getMessage());
        }
    }

    /** Closes the child's standard input, which it understands; if it does not end in time, it is ended. */
    @Override
    public void stop() {
        Process child = process;
        if (child == null) {
            return;
        }
        process = null;
        endpoint = null;
        try {
            child.getOutputStream().close();
            if (!child.waitFor(PATIENCE)) {
                child.destroyForcibly();
            }
        } catch (IOException e) {
            child.destroyForcibly();
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Calls back once if the running server ends by itself. */
    void onUnexpectedEnd(Consumer<StackException> listener) {
        Process child = process;
        if (child != null) {
            CompletableFuture<Void> _ = child.onExit().thenAccept(ended -> {
                if (process != null) { // stop() forgets the process before it ends it
                    listener.accept(failure("its process ended (%s)".formatted(exit(ended))));
                }
            });
        }
    }

    private Endpoint.Neo4j awaitReady(Process child) throws IOException {
        BufferedReader lines = child.inputReader();
        String line;
        while ((line = lines.readLine()) != null) {
            if (!line.startsWith("{")) {
                continue; // the Java machine itself may warn on standard output
            }
            JsonNode event = JSON.readTree(line);
            switch (event.path("event").asText()) {
                case "ready" -> {
                    return new Endpoint.Neo4j(
                            event.path("url").asText(),
                            event.path("user").asText(),
                            event.path("password").asText());
                }
                case "failed" ->
                    throw new StackException(
                            ServerName.NEO4J,
                            event.path("reason").asText(),
                            event.path("next").asText());
                default -> {} // progress
            }
        }
        throw failure("its process ended (%s)".formatted(exit(child)));
    }

    private static String exit(Process child) {
        try {
            return child.waitFor(1, TimeUnit.SECONDS) ? "exit code " + child.exitValue() : "output closed";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private StackException failure(String reason) {
        return new StackException(
                ServerName.NEO4J,
                "Neo4j is not there: " + reason,
                "Read the files in %s and neo4j-errors.log beside it; the platform runs without the graph."
                        .formatted(logs.resolve("neo4j")));
    }
}
