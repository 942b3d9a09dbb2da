package org.industrialmind.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.industrialmind.lifecycle.training.TrainingJob;
import org.industrialmind.serving.security.Role;
import org.industrialmind.serving.training.TrainingOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Trainings over HTTP, kept in the real queue; no worker takes them here. */
final class TrainingIT {
    private static final String PATH = "/api/v1/trainings";

    @TempDir
    static Path folder;

    private static TestEdge edge;

    @BeforeAll
    static void open() {
        edge = TestEdge.start(folder, folder.resolve("no-pages"));
    }

    @AfterAll
    static void close() {
        edge.close();
    }

    @Test
    void an_order_is_queued_once_however_often_it_is_given() {
        AtomicReference<TrainingOrder> planned = new AtomicReference<>();
        edge.planner = order -> {
            planned.set(order);
            return job(order);
        };
        String asked = "{\"model\":\"anomaly/centrifugal-pump\",\"from\":\"2026-11-16T00:00:00Z\",\"seed\":3}";
        JsonNode first = submit(asked);
        assertThat(first.path("state").asString()).isEqualTo("queued");
        assertThat(first.path("assets").path(0).asString()).isEqualTo("P-101");
        assertThat(first.path("made").isNull()).isTrue();
        assertThat(planned.get())
                .isEqualTo(new TrainingOrder(
                        "anomaly/centrifugal-pump",
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-11-16T00:00:00Z")),
                        Optional.empty(),
                        Optional.of(3L)));

        assertThat(submit(asked).path("id")).isEqualTo(first.path("id"));
        JsonNode other = submit(asked.replace(":3", ":4"));
        assertThat(other.path("id")).isNotEqualTo(first.path("id"));
        JsonNode listed = edge.get(Role.VIEWER, PATH).send().json();
        assertThat(List.of(
                        listed.path(0).path("seed").asInt(),
                        listed.path(1).path("seed").asInt()))
                .containsExactlyInAnyOrder(3, 4);
    }

    @Test
    void says_what_cannot_be_done() {
        edge.planner = order -> {
            throw new IllegalArgumentException(
                    "'" + order.model() + "' has never been trained here; next: use another");
        };
        assertThat(refusal("{}")).contains("the field 'model' is missing");
        Answer unknown = edge.as(Role.ENGINEER, "POST", PATH)
                .json("{\"model\":\"anomaly/mixer\"}")
                .send();
        assertThat(unknown.problem(400)).isEqualTo("'anomaly/mixer' has never been trained here");
        assertThat(unknown.json().path("next").asString()).isEqualTo("use another");
        assertThat(refusal("{\"model\":\"anomaly/mixer\",\"from\":\"Monday\"}")).contains("the field 'from'");
        edge.get(Role.VIEWER, PATH + "/00000000-0000-0000-0000-000000000000")
                .send()
                .problem(404);
    }

    private static TrainingJob job(TrainingOrder order) {
        return new TrainingJob(
                order.detector().orElse("gaussian"),
                order.model(),
                TestPlant.PUMP.equipmentClass(),
                TestPlant.SCHEMA.id(),
                List.of(TestPlant.PUMP.id()),
                order.from().orElseThrow(),
                TestEdge.START,
                60,
                10,
                order.seed().orElseThrow());
    }

    private static JsonNode submit(String body) {
        Answer answer = edge.as(Role.ENGINEER, "POST", PATH).json(body).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json();
    }

    private static String refusal(String body) {
        return edge.as(Role.ENGINEER, "POST", PATH).json(body).send().problem(400);
    }
}
