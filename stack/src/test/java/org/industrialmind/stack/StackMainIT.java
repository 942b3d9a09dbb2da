package org.industrialmind.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as its parent sees it: a process with lines of JSON on its output. */
class StackMainIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path data;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leave_nothing_behind() throws IOException {
        for (Process process : started) {
            process.destroyForcibly();
            process.onExit().join();
        }
        LeftoverPostmaster.stop(data.resolve("postgres"));
    }

    @Test
    void a_killed_stack_starts_again_on_the_same_ports_and_data() throws Exception {
        Process first = stack("--without", "questdb");
        JsonNode postgres = await(first, "ready", "postgres");
        await(first, "up", "");
        execute(postgres.path("url").asText(), "CREATE TABLE told AS SELECT 'kept' AS word");
        assertThat(data.resolve("stack.json")).exists();

        first.destroyForcibly().onExit().join();
        assertThat(LeftoverPostmaster.find(data.resolve("postgres"))).isPresent();

        Process second = stack("--without", "questdb", "--postgres-port", port(postgres));
        JsonNode again = await(second, "ready", "postgres");
        await(second, "up", "");
        assertThat(again.path("url")).isEqualTo(postgres.path("url"));
        assertThat(word(again.path("url").asText())).isEqualTo("kept");

        second.getOutputStream().close(); // the parent is gone
        await(second, "stopped", "");
        assertThat(second.waitFor(Duration.ofSeconds(20))).isTrue();
        assertThat(second.exitValue()).isZero();
        assertThat(data.resolve("stack.json")).doesNotExist();
        assertThat(LeftoverPostmaster.find(data.resolve("postgres"))).isEmpty();
    }

    @Test
    void a_stack_whose_parent_leaves_while_it_starts_stops_without_complaint() throws Exception {
        Process stack = stack("--without", "questdb");

        stack.getOutputStream().close();

        List<String> told = stack.inputReader().lines().toList();
        assertThat(told).last().asString().contains("stopped");
        assertThat(told).noneMatch(line -> line.contains("failed"));
        assertThat(stack.waitFor()).isZero();
        assertThat(LeftoverPostmaster.find(data.resolve("postgres"))).isEmpty();
    }

    @Test
    void a_taken_port_is_told_with_the_option_that_changes_it() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process stack = stack("--kafka-port", Integer.toString(other.getLocalPort()));

            JsonNode failed = await(stack, "failed", "kafka");

            assertThat(failed.path("reason").asText()).contains("port " + other.getLocalPort());
            assertThat(failed.path("next").asText()).contains("--kafka-port");
            assertThat(stack.waitFor()).isEqualTo(3);
        }
    }

    @Test
    void a_second_stack_on_the_same_data_is_refused() throws Exception {
        try (DataLock _ = DataLock.take(data)) {
            Process stack = stack();

            assertThat(await(stack, "failed", "").path("reason").asText())
                    .contains("already runs")
                    .contains(Long.toString(ProcessHandle.current().pid()));
            assertThat(stack.waitFor()).isEqualTo(3);
        }
    }

    private Process stack(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // a short life: compile fast rather than well
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                StackMain.class.getName(),
                "--data",
                data.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        return process;
    }

    /** Reads up to the event wanted; an empty server means any. */
    private static JsonNode await(Process process, String event, String server) throws IOException {
        BufferedReader lines = process.inputReader();
        List<String> seen = new ArrayList<>();
        String line;
        while ((line = lines.readLine()) != null) {
            seen.add(line);
            if (!line.startsWith("{")) {
                continue;
            }
            JsonNode read = JSON.readTree(line);
            if (read.path("event").asText().equals(event)
                    && (server.isEmpty() || read.path("server").asText().equals(server))) {
                return read;
            }
        }
        throw new AssertionError("the stack ended without telling " + event + " " + server + "; it told " + seen);
    }

    private static String port(JsonNode postgres) {
        return postgres.path("url").asText().replaceFirst(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1");
    }

    private static void execute(String url, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String word(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM told")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
