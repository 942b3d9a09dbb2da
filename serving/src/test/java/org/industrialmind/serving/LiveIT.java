package org.industrialmind.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.serving.live.AssessmentEvent;
import org.industrialmind.serving.rest.AlarmView;
import org.industrialmind.serving.security.Role;
import org.industrialmind.signal.ModelRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stream of events, with listeners that read and listeners that do not. */
@Timeout(120) // a lost event would make a listener wait for ever
final class LiveIT {
    @TempDir
    Path folder;

    private TestEdge edge;

    @BeforeEach
    void open() {
        edge = TestEdge.start(folder, folder.resolve("no-pages"));
    }

    @AfterEach
    void close() {
        edge.close();
    }

    /** A listener as a browser has one. */
    private final class Listener implements AutoCloseable {
        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        Listener() throws IOException {
            int before = edge.live.listeners();
            response = edge.get(Role.VIEWER, "/api/v1/events").send(HttpResponse.BodyHandlers.ofInputStream());
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
            assertThat(event()).startsWith(":connected");
            assertThat(edge.live.listeners()).isEqualTo(before + 1);
        }

        /** Returns the next event as it was sent, without the empty line that ends it. */
        String event() throws IOException {
            StringBuilder event = new StringBuilder();
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                event.append(line).append('\n');
            }
            return event.toString();
        }

        JsonNode body(String name) throws IOException {
            String event = event();
            assertThat(event).startsWith("event:" + name + "\ndata:");
            return JsonMapper.shared().readTree(event.substring(event.indexOf("data:") + 5));
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @Test
    void what_is_published_is_heard_by_all_in_the_form_of_the_contract() throws IOException {
        Alarm alarm = edge.raise();
        try (Listener one = new Listener();
                Listener other = new Listener()) {
            assertThat(one.response.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            edge.live.publish("assessment", new AssessmentEvent("P-101", Instant.EPOCH, "abnormal", 1.5));
            edge.live.publish("alarm", AlarmView.of(alarm, edge.plant));
            edge.live.publish("model", new ModelRef("anomaly/pump", 2));
            for (Listener listener : new Listener[] {one, other}) {
                assertThat(listener.body("assessment").toString())
                        .isEqualTo(
                                "{\"asset\":\"P-101\",\"windowEnd\":\"1970-01-01T00:00:00Z\",\"kind\":\"abnormal\",\"score\":1.5}");
                JsonNode heard = listener.body("alarm");
                assertThat(heard)
                        .isEqualTo(edge.get(Role.VIEWER, "/api/v1/alarms/" + alarm.id())
                                .send()
                                .json());
                assertThat(listener.body("model").toString()).isEqualTo("{\"name\":\"anomaly/pump\",\"version\":2}");
            }
        }
    }

    @Test
    void a_listener_that_does_not_read_is_cut_and_the_others_miss_nothing() throws Exception {
        try (Listener reader = new Listener();
                Socket sleeper = new Socket("127.0.0.1", edge.server.url().getPort())) {
            sleeper.getOutputStream()
                    .write(("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + edge.secret(Role.VIEWER) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(sleeper.getInputStream().read()).isEqualTo('H'); // connected, and reads no more
            while (edge.live.listeners() < 2) {
                Thread.onSpinWait();
            }
            String load = "x".repeat(64 << 10); // so that the buffers on the way fill up soon
            int published = 0;
            while (edge.live.listeners() == 2) {
                edge.live.publish("assessment", Map.of("number", ++published, "load", load));
                assertThat(reader.body("assessment").path("number").asInt()).isEqualTo(published);
            }
            edge.live.publish("assessment", Map.of("number", -1));
            assertThat(reader.body("assessment").path("number").asInt()).isEqualTo(-1);
            assertThat(edge.live.listeners()).isEqualTo(1);
        }
    }

    @Test
    void an_event_that_cannot_be_written_is_the_publishers_failure_and_no_listeners() throws IOException {
        Object unwritable = new Object() {
            @SuppressWarnings("unused") // read by the JSON writer
            public String getValue() {
                throw new IllegalStateException("cannot be written");
            }
        };
        try (Listener listener = new Listener()) {
            assertThatThrownBy(() -> edge.live.publish("assessment", unwritable))
                    .hasMessageContaining("cannot be written");
            edge.live.publish("model", new ModelRef("m", 1));
            assertThat(listener.body("model").path("name").asString()).isEqualTo("m");
        }
    }

    @Test
    void the_server_closes_although_somebody_listens() throws IOException {
        try (Listener listener = new Listener()) {
            edge.close();
            assertThat(listener.lines.lines().toList()).allMatch(line -> line.isEmpty() || line.startsWith(":"));
        } catch (IOException | java.io.UncheckedIOException cut) {
            assertThat(edge.live.listeners()).isZero();
        }
    }
}
