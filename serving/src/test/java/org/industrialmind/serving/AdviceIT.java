package org.industrialmind.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.industrialmind.advisor.alarm.AssessmentBatch;
import org.industrialmind.serving.security.Role;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How long a pump lasts, by when to act, and what people decide, over real HTTP. */
final class AdviceIT {
    private static final String TERMS = "/api/v1/assets/P-101/maintenance-terms";

    @TempDir
    static Path folder;

    private static TestEdge edge;

    @BeforeAll
    static void open() {
        edge = TestEdge.start(folder.resolve("models"), folder.resolve("no-pages"));
    }

    @AfterAll
    static void close() {
        edge.close();
    }

    /** Lets the pump's bearing wear for half an hour. */
    private static void wear() {
        long start = ChronoUnit.NANOS.between(Instant.EPOCH, TestEdge.START);
        List<Assessment> assessments = new ArrayList<>();
        for (int window = 1; window < 180; window++) {
            assessments.add(new Assessment.Abnormal(
                    TestPlant.PUMP.id(),
                    start + window * Duration.ofSeconds(10).toNanos(),
                    TestEdge.MODEL,
                    Math.exp(3.5 * window / 300),
                    List.of(new Contribution("envelope", 0.6, 12), new Contribution("bearing_temp_de", 0.3, 8))));
        }
        AssessmentBatch batch = new AssessmentBatch(Map.of(0, 180L), assessments);
        Set<AssetId> changed = edge.desk.process(batch).news();
        assessments.forEach(edge.board::on);
        edge.advice.refresh(changed);
    }

    private static JsonNode get(String path) {
        Answer answer = edge.get(Role.VIEWER, path).send();
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void from_no_judgement_to_a_decision_of_a_person() {
        Answer nothing = edge.get(Role.VIEWER, "/api/v1/assets/P-101/advice").send();
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.body()).contains("no window of P-101 has been judged yet");
        wear();

        JsonNode advice = get("/api/v1/assets/P-101/advice");
        assertThat(advice.path("verdict").asString()).startsWith("act-");
        assertThat(advice.path("actBy").asString()).startsWith("2026-11-20T12:");
        assertThat(advice.path("reasons").size()).isGreaterThanOrEqualTo(4);
        assertThat(advice.path("life").path("healthIndex").asDouble()).isBetween(0.0, 0.9);
        JsonNode life = get("/api/v1/assets/P-101/remaining-life");
        assertThat(life.path("outlook").asString()).isEqualTo("wearing");
        assertThat(life.path("quantiles").size()).isEqualTo(10);
        assertThat(get("/api/v1/plant")
                        .path("assets")
                        .path(0)
                        .path("deadline")
                        .path("actBy")
                        .asString())
                .isEqualTo(advice.path("actBy").asString());

        JsonNode proposal = get("/api/v1/proposals").path(0);
        String id = proposal.path("id").asString();
        assertThat(proposal.path("state").asString()).isEqualTo("proposed");
        assertThat(proposal).isEqualTo(advice.path("proposal"));
        assertThat(decide(Role.VIEWER, id, "accept", "{}").status()).isEqualTo(403);
        Answer speechless = decide(Role.OPERATOR, id, "decline", "{}");
        assertThat(speechless.status()).isEqualTo(400);
        assertThat(speechless.body()).contains("no reason was given");
        Answer accepted = decide(Role.OPERATOR, id, "accept", "{\"remark\":\"on Friday\"}");
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.json().path("decidedBy").asString()).isEqualTo("operator of the test");
        assertThat(decide(Role.OPERATOR, id, "decline", "{\"remark\":\"no\"}").status())
                .isEqualTo(409);
        JsonNode history = get("/api/v1/proposals/" + id + "/history");
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.path(1).path("to").asString()).isEqualTo("accepted");
        assertThat(edge.get(Role.VIEWER, "/api/v1/proposals/none/history")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    private static Answer decide(Role role, String id, String decision, String body) {
        return edge.as(role, "POST", "/api/v1/proposals/" + id + "/" + decision)
                .json(body)
                .send();
    }

    @Test
    void terms_can_be_corrected_and_wrong_ones_are_refused_in_words() {
        String terms = "{\"failureCost\":%s,\"interventionCost\":8000,\"lostLifePerHour\":0.1,\"leadTimeHours\":%s,"
                + "\"reviewHours\":1,\"plannedDowntimeHours\":8,\"failureDowntimeHours\":48,\"lifeShape\":1.3,"
                + "\"lifeScaleHours\":50000}";
        assertThat(put(String.format(terms, "-1", "72")).body()).contains("the cost of a failure is -1.0");
        assertThat(put(String.format(terms, "50000", "9000")).body()).contains("at most 365");
        Answer missing = put("{\"failureCost\":1}");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body()).contains("'interventionCost' is missing");
        Answer changed = put(String.format(terms, "50000", "0.5"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(get(TERMS).path("failureCost").asDouble()).isEqualTo(50_000);
    }

    private static Answer put(String body) {
        return edge.as(Role.ENGINEER, "PUT", TERMS).json(body).send();
    }
}
