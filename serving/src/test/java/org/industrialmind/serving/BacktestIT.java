package org.industrialmind.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.backtest.ArmRecord;
import org.industrialmind.learning.backtest.BacktestOrder;
import org.industrialmind.learning.backtest.BacktestReport;
import org.industrialmind.learning.backtest.ReplayedEpisode;
import org.industrialmind.serving.backtest.Backtests;
import org.industrialmind.serving.security.Role;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.AssetId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Backtests over HTTP and in PostgreSQL; what they replay is made by hand, so that every number can be. */
final class BacktestIT {
    private static final String PATH = "/api/v1/backtests";
    private static final AssetId PUMP = new AssetId("P-101");
    private static final long HOUR = 3_600_000_000_000L;
    private static final String ASKED = "{\"model\":\"anomaly/centrifugal-pump\",\"from\":\"1970-01-01T00:00:00Z\","
            + "\"to\":\"1970-01-03T00:00:00Z\",\"candidate\":{\"needed\":4,\"limitFactor\":1.5},"
            + "\"events\":[{\"asset\":\"P-101\",\"from\":\"1970-01-01T08:00:00Z\",\"until\":\"1970-01-01T16:00:00Z\","
            + "\"what\":\"bearing wear\"}]}";

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
    void tells_both_arms_side_by_side_and_what_would_change() throws InterruptedException {
        AtomicReference<BacktestOrder> run = new AtomicReference<>();
        edge.replay = order -> {
            run.set(order);
            return BacktestReport.of(
                    order,
                    List.of(PUMP),
                    TestEdge.MODEL,
                    new ArmRecord(
                            "now", List.of(episode(10, 12), episode(30, 31)), 100, 9, Map.of(Reason.TRANSIENT, 5L)),
                    TestEdge.MODEL,
                    new ArmRecord("candidate", List.of(episode(11, 12)), 100, 4, Map.of()));
        };
        JsonNode done = await(submit(ASKED).path("id").asString());
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("asked").path("candidate").path("needed").asInt()).isEqualTo(4);
        JsonNode result = done.path("result");
        assertThat(result.path("kept").asInt()).isEqualTo(1);
        assertThat(result.path("removed").asInt()).isEqualTo(1);
        assertThat(result.path("added").asInt()).isZero();
        JsonNode now = result.path("now");
        assertThat(now.path("alarms").asInt()).isEqualTo(2);
        assertThat(now.path("alarmsPerDay").asDouble()).isEqualTo(1.0);
        assertThat(now.path("hits").asInt()).isEqualTo(1);
        assertThat(now.path("falseAlarms").asInt()).isEqualTo(1);
        assertThat(now.path("delayHours").asDouble()).isEqualTo(2.0);
        assertThat(now.path("leadHours").asDouble()).isEqualTo(6.0);
        assertThat(now.path("abstained").path("TRANSIENT").asInt()).isEqualTo(5);
        assertThat(now.path("episodes").path(1).path("change").asString()).isEqualTo("removed");
        assertThat(result.path("candidate").path("leadHours").asDouble()).isEqualTo(5.0);

        EpisodeRule armed = run.get().now().rule();
        EpisodeRule tried = run.get().candidate().rule();
        assertThat(tried.needed()).isEqualTo(4);
        assertThat(tried.of()).isEqualTo(armed.of());
        assertThat(tried.settle()).isEqualTo(armed.settle());
        assertThat(run.get().candidate().limitFactor()).isEqualTo(1.5);
        JsonNode listed = edge.get(Role.VIEWER, PATH).send().json();
        assertThat(listed.path(0).path("result").isNull())
                .as("a list without results")
                .isTrue();
    }

    @Test
    void keeps_the_reason_of_what_cannot_be_run() throws InterruptedException {
        edge.replay = order -> {
            throw new IllegalArgumentException(
                    "there is no version 9 of " + order.model() + "; next: list the versions");
        };
        JsonNode failed = await(submit(ASKED).path("id").asString());
        assertThat(failed.path("state").asString()).isEqualTo("failed");
        assertThat(failed.path("failure").asString()).contains("no version 9 of anomaly/centrifugal-pump; next:");
    }

    @Test
    void marks_what_a_stop_has_interrupted() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        edge.replay = order -> {
            began.countDown();
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("stopped");
        };
        String id = submit(ASKED).path("id").asString();
        began.await();
        assertThat(get(id).path("state").asString()).isEqualTo("running");
        try (Backtests next = new Backtests(edge.database, EpisodeRule.defaults(), edge.replay, () -> edge.now)) {
            assertThat(get(id).path("state").asString()).isEqualTo("failed");
            assertThat(get(id).path("failure").asString()).contains("was stopped", "ask for it again");
            assertThat(next).isNotNull();
        }
        never.countDown();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|the field 'from' is missing",
                "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\"}|the field 'model' is missing",
                "{\"model\":\"m\",\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}|a span that is not empty",
                "{\"model\":\"m\",\"from\":\"2000-01-01T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}|longer than 800 days",
                "{\"model\":\"m\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\","
                        + "\"candidate\":{\"needed\":9}}|1 <= needed",
                "{\"model\":\"m\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\","
                        + "\"events\":[{\"asset\":\"P-1\"}]}|the field 'events[0].from' is missing",
            })
    void says_what_is_wrong_with_an_order(String body, String said) {
        Answer answer = edge.as(Role.ENGINEER, "POST", PATH).json(body).send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(said);
    }

    @Test
    void knows_no_backtest_that_nobody_asked_for() {
        assertThat(edge.get(Role.VIEWER, PATH + "/00000000-0000-0000-0000-000000000000")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(edge.get(Role.VIEWER, PATH + "/none").send().status()).isEqualTo(400);
    }

    private static ReplayedEpisode episode(long raised, long closed) {
        return new ReplayedEpisode(PUMP, raised * HOUR, raised * HOUR, OptionalLong.of(closed * HOUR), 2.5, "flow");
    }

    private static JsonNode submit(String body) {
        Answer answer = edge.as(Role.ENGINEER, "POST", PATH).json(body).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json();
    }

    private static JsonNode get(String id) {
        return edge.get(Role.VIEWER, PATH + "/" + id).send().json();
    }

    private static JsonNode await(String id) throws InterruptedException {
        for (int tries = 0; tries < 500; tries++) {
            JsonNode seen = get(id);
            if (List.of("done", "failed").contains(seen.path("state").asString())) {
                return seen;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the backtest was not done in time: " + get(id));
    }
}
