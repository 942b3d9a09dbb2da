package org.industrialmind.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void are_one_json_object_per_line() throws IOException {
        StackEvents events = events();

        events.ready(
                new Endpoint.QuestDb("http://127.0.0.1:9000", "admin", "s3cret", "jdbc:x"), Duration.ofMillis(3_200));
        events.up(Duration.ofSeconds(4));

        assertThat(lines())
                .containsExactly(
                        "{\"event\":\"ready\",\"server\":\"questdb\",\"url\":\"http://127.0.0.1:9000\",\"user\":\"admin\",\"password\":\"s3cret\",\"pgUrl\":\"jdbc:x\",\"seconds\":3.2}",
                        "{\"event\":\"up\",\"seconds\":4.0}");
    }

    @Test
    void tell_every_failure_with_its_next_step() throws IOException {
        StackException failure = new StackException(ServerName.KAFKA, "no \"room\"", "Make room.");
        failure.addSuppressed(new StackException(ServerName.POSTGRES, "no user", "Make one."));

        events().failed(failure);

        JsonNode first = JSON.readTree(lines().getFirst());
        assertThat(first.path("server").asText()).isEqualTo("kafka");
        assertThat(first.path("reason").asText()).isEqualTo("no \"room\"");
        assertThat(first.path("next").asText()).isEqualTo("Make room.");
        assertThat(lines().getLast()).contains("postgres");
    }

    @Test
    void keep_the_addresses_in_a_file_from_up_until_stopped() throws IOException {
        Path file = folder.resolve("stack.json");
        StackEvents events = events();
        events.ready(new Endpoint.Kafka("127.0.0.1:9092"), Duration.ofSeconds(1));
        assertThat(file).doesNotExist();

        events.up(Duration.ofSeconds(1));
        events.ready(new Endpoint.Neo4j("bolt://127.0.0.1:7687", "neo4j", "secret"), Duration.ofSeconds(9));

        JsonNode content = JSON.readTree(file.toFile());
        assertThat(content.at("/servers/kafka/url").asText()).isEqualTo("127.0.0.1:9092");
        assertThat(content.at("/servers/neo4j/password").asText()).isEqualTo("secret");
        assertThat(content.path("pid").asLong())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        events.stopped();
        assertThat(file).doesNotExist();
    }

    private StackEvents events() {
        return new StackEvents(new PrintStream(written, true, StandardCharsets.UTF_8), folder.resolve("stack.json"));
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
