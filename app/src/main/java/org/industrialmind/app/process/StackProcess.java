package org.industrialmind.app.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The local servers, run as a program of their own: started with a data folder, watched through the lines it prints, and
 * stopped by closing its input, so that it never outlives this process.
 */
public final class StackProcess implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MAIN = "org.industrialmind.stack.StackMain";

    private final Process process;
    private final Map<String, CompletableFuture<Server>> servers = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> up = new CompletableFuture<>();
    private final Consumer<Server> onReady;

    /** A server that answers: its name and how to reach it, by the keys of the stack's own announcement. */
    public record Server(String name, Map<String, String> access, double seconds) {
        /** Returns the value announced under that key. */
        public String get(String key) {
            String value = access.get(key);
            if (value == null) {
                throw new IllegalStateException("the server " + name + " announced no '" + key + "', only "
                        + access.keySet() + "; next: rebuild, stack and app are of different versions");
            }
            return value;
        }
    }

    private StackProcess(Process process, Consumer<Server> onReady) {
        this.process = process;
        this.onReady = onReady;
    }

    /**
     * Starts the local servers and returns at once.
     *
     * @param data the folder that keeps their data
     * @param without names of servers that are not needed, because they run elsewhere
     * @param onReady told of each server that becomes ready, from another thread
     */
    public static StackProcess start(Path data, Set<String> without, List<String> options, Consumer<Server> onReady) {
        try {
            Files.createDirectories(data);
            Path errors = Files.createDirectories(data.resolve("logs")).resolve("stack.err");
            ProcessBuilder builder = new ProcessBuilder(commandLine(data, without, options))
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
            builder.environment().put("CLASSPATH", Home.classPath("stack"));
            Process process = builder.start();
            StackProcess stack = new StackProcess(process, onReady);
            Thread.ofPlatform().daemon().name("stack-announcements").start(stack::listen);
            return stack;
        } catch (IOException failed) {
            throw new UncheckedIOException("the local servers could not be started", failed);
        }
    }

    private static List<String> commandLine(Path data, Set<String> without, List<String> options) {
        List<String> command = new ArrayList<>(OwnSession.command(
                Home.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        Path cache = Home.folder().resolve("target/stack.aot");
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr", MAIN, "--data", data.toString()));
        if (!without.isEmpty()) {
            command.addAll(List.of("--without", String.join(",", without)));
        }
        if (!without.contains("neo4j")) {
            Path graph = Home.folder().resolve("stack-graph/target");
            Path graphCache = Home.folder().resolve("target/graph.aot");
            command.addAll(List.of("--graph-home", graph.toString(), "--graph-aot", graphCache.toString()));
        }
        command.addAll(options);
        return command;
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) {
                    understand(JSON.readTree(line));
                }
            }
        } catch (IOException closed) {
            // the program has ended; what that means is said below
        }
        StackFailedException ended = new StackFailedException("the local servers stopped (exit "
                + (process.isAlive() ? "pending" : process.exitValue())
                + "); next: look into the folder 'logs' of the data"
                + " folder");
        up.completeExceptionally(ended);
        servers.values().forEach(server -> server.completeExceptionally(ended));
    }

    private void understand(JsonNode event) {
        switch (event.path("event").asString("")) {
            case "ready" -> {
                Map<String, String> access = new ConcurrentHashMap<>();
                event.propertyStream()
                        .forEach(field ->
                                access.put(field.getKey(), field.getValue().asString("")));
                Server server = new Server(
                        event.path("server").asString(""),
                        Map.copyOf(access),
                        event.path("seconds").asDouble(0));
                promised(server.name()).complete(server);
                onReady.accept(server);
            }
            case "up" -> up.complete(null);
            case "failed" -> fail(event);
            default -> {
                // a newer stack may announce more than this program needs
            }
        }
    }

    private void fail(JsonNode event) {
        String server = event.path("server").asString("stack");
        StackFailedException why = new StackFailedException(server + " did not start: "
                + event.path("reason").asString("no reason given") + "; next: "
                + event.path("next").asString("look into the folder 'logs' of the data folder"));
        promised(server).completeExceptionally(why);
        if (!server.equals("neo4j")) { // nothing waits for the graph but what needs it
            up.completeExceptionally(why);
        }
    }

    private CompletableFuture<Server> promised(String name) {
        return servers.computeIfAbsent(name, key -> new CompletableFuture<>());
    }

    /** Returns the server of that name when it is ready; fails with {@link StackFailedException} when it cannot be. */
    public CompletableFuture<Server> server(String name) {
        return promised(name);
    }

    /**
     * Waits until every server but the graph is ready.
     *
     * @throws StackFailedException if one of them cannot start, or the time runs out
     */
    public void awaitUp(Duration patience) throws InterruptedException {
        try {
            up.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new StackFailedException("the local servers were not ready after " + patience.toSeconds()
                    + " s; next: see whether the machine is busy or short of memory (./industrialmind doctor)");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof StackFailedException why) {
                throw why;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close(); // the stack stops when its input ends
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroy();
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        } catch (IOException alreadyGone) {
            process.destroy();
        } catch (InterruptedException stop) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
