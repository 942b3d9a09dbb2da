package org.industrialmind.stackgraph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The local graph server as a program: starts Neo4j, tells its parent where it is, and stops when the parent is gone.
 *
 * <p>Standard output carries one JSON object per line: {@code ready} with address, user and password, {@code failed} with a reason and a
 * next step, {@code stopped}. The end of standard input stops it, as SIGTERM does. Exit codes: 0 stopped, 2 wrong usage, 3 could not start.
 */
public final class GraphMain {

    private static final int USAGE = 2;
    private static final int FAILED = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GraphConfig config;
    private final PrintStream out;

    private GraphMain(GraphConfig config, PrintStream out) {
        this.config = config;
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        GraphConfig config;
        try {
            config = GraphConfig.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + GraphConfig.USAGE);
            System.exit(USAGE);
            return;
        }
        System.exit(new GraphMain(config, out).run());
    }

    /** Runs until the parent lets go, and returns the exit code. */
    private int run() {
        long began = System.nanoTime();
        try {
            sendLogsToFiles(config.logs());
            GraphDatabase database = GraphDatabase.open(config);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database), "stop"));
            tell(
                    "ready",
                    Map.of(
                            "server",
                            "neo4j",
                            "url",
                            database.url(),
                            "user",
                            GraphDatabase.USER,
                            "password",
                            database.password(),
                            "seconds",
                            Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3));
            if (!config.trainAot()) {
                awaitParentsEnd();
            }
            return 0;
        } catch (PortTakenException e) {
            return failed(String.valueOf(e.getMessage()), e.next());
        } catch (IOException | RuntimeException e) {
            return failed(
                    "Neo4j did not start: " + rootMessage(e),
                    "Read neo4j.log in %s; if another process uses %s, stop it."
                            .formatted(config.logs(), config.data()));
        }
    }

    private void stop(GraphDatabase database) {
        database.close();
        tell("stopped", Map.of("server", "neo4j"));
    }

    private int failed(String reason, String next) {
        tell("failed", Map.of("server", "neo4j", "reason", reason, "next", next));
        return FAILED;
    }

    private void tell(String event, Map<String, Object> details) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", event);
        line.putAll(new TreeMap<>(details));
        try {
            out.println(JSON.writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings and numbers was not written: " + line.keySet(), e);
        }
    }

    private static void awaitParentsEnd() throws IOException {
        while (System.in.read() >= 0) {
            // whatever the parent says, only its silence means something
        }
    }

    /** What Neo4j and its libraries print by themselves must not reach the parent, who reads events. */
    private static void sendLogsToFiles(Path logs) throws IOException {
        Files.createDirectories(logs);
        System.setProperty("industrialmind.graph.logs", logs.toString());
        System.setProperty("logback.configurationFile", "graph-logback.xml");
        PrintStream file =
                new PrintStream(Files.newOutputStream(logs.resolve("printed.log")), true, StandardCharsets.UTF_8);
        System.setOut(file);
        System.setErr(file);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
