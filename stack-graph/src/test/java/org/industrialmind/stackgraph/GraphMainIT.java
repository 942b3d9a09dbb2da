package org.industrialmind.stackgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;

/** The program as its parent sees it, and Neo4j as its driver does. */
class GraphMainIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path data;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leave_nothing_behind() {
        for (Process process : started) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Test
    void keeps_its_graph_and_its_password_over_a_restart() throws Exception {
        Process first = graph();
        JsonNode ready = await(first, "ready");
        try (Driver driver = driver(ready, ready.path("password").asText())) {
            driver.executableQuery("CREATE (:Pump {id: 'P-1'})-[:FEEDS]->(:Tank {id: 'T-1'})")
                    .execute();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("graph.password"))))
                .isEqualTo("rw-------");
        stop(first);

        JsonNode again = await(graph(), "ready");
        try (Driver driver = driver(again, ready.path("password").asText())) {
            var rows = driver.executableQuery("MATCH (:Pump)-[:FEEDS]->(t) RETURN t.id AS id")
                    .execute()
                    .records();
            assertThat(rows).hasSize(1);
            assertThat(rows.getFirst().get("id").asString()).isEqualTo("T-1");
        }
        try (Driver stranger = driver(again, "neo4j")) {
            assertThatExceptionOfType(AuthenticationException.class).isThrownBy(stranger::verifyConnectivity);
        }
    }

    @Test
    void tells_of_a_taken_port_and_the_option_that_changes_it() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process graph = graph("--bolt-port", Integer.toString(other.getLocalPort()));

            JsonNode failed = await(graph, "failed");

            assertThat(failed.path("reason").asText()).contains("port " + other.getLocalPort());
            assertThat(failed.path("next").asText()).contains("--bolt-port");
            assertThat(graph.waitFor()).isEqualTo(3);
        }
    }

    private static void stop(Process graph) throws IOException, InterruptedException {
        graph.getOutputStream().close(); // the parent is gone
        await(graph, "stopped");
        assertThat(graph.waitFor(Duration.ofSeconds(30))).isTrue();
        assertThat(graph.exitValue()).isZero();
    }

    private static Driver driver(JsonNode ready, String password) {
        return GraphDatabase.driver(
                ready.path("url").asText(), AuthTokens.basic(ready.path("user").asText(), password));
    }

    private Process graph(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // a short life: compile fast rather than well
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                GraphMain.class.getName(),
                "--data",
                data.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        return process;
    }

    private static JsonNode await(Process process, String event) throws IOException {
        BufferedReader lines = process.inputReader();
        List<String> seen = new ArrayList<>();
        String line;
        while ((line = lines.readLine()) != null) {
            seen.add(line);
            if (line.startsWith("{")
                    && JSON.readTree(line).path("event").asText().equals(event)) {
                return JSON.readTree(line);
            }
        }
        throw new AssertionError("the graph ended without telling " + event + "; it told " + seen);
    }
}
