package org.industrialmind.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.serving.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every request that cannot be served gets a problem that says what to do, and never a stack trace. */
final class ProblemIT {
    private static final String UNKNOWN_ID = "00000000-0000-0000-0000-000000000000";
    private static final long NOW = TestEdge.START.getEpochSecond() * 1_000_000_000L;

    @TempDir
    static Path folder;

    private static TestEdge edge;
    private static Alarm alarm;

    @BeforeAll
    static void open() {
        edge = TestEdge.start(folder, folder.resolve("no-pages"));
        alarm = edge.raise();
    }

    @AfterAll
    static void close() {
        edge.close();
    }

    private static Call post(String path) {
        return edge.as(Role.ADMIN, "POST", path.replace("{alarm}", alarm.id().toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        /api/v1/assets/P-999                                                  | 404 | there is no asset 'P-999'
        /api/v1/assets/-                                                      | 400 | asset tag '-' is not valid
        /api/v1/assets/P-102                                                  | 404 | nothing is measured on P-102
        /api/v1/assets/P-999/latest                                           | 404 | there is no asset
        /api/v1/assets/P-101/series                                           | 400 | channel
        /api/v1/assets/P-101/series?channel=noise                             | 400 | there is no channel 'noise'
        /api/v1/assets/P-101/series?channel=envelope&from=yesterday           | 400 | 'from' has the value 'yesterday'
        /api/v1/assets/P-101/series?channel=envelope&buckets=many             | 400 | 'buckets' has the value 'many'
        /api/v1/assets/P-101/series?channel=envelope&to=+1000000-01-01T00:00:00Z&from=2026-01-01T00:00:00Z | 400 | to
        /api/v1/assets/P-101/series?channel=envelope&from=0001-01-01T00:00:00Z | 400 | is out of range
        /api/v1/assets/P-101/series?channel=envelope&from=2026-11-20T12:00:00Z&to=2026-11-20T12:00:00Z | 400 | is empty
        /api/v1/assets/P-101/assessments?from=2026-11-20T13:00:00Z            | 400 | is empty
        /api/v1/assets/P-101/assessments?limit=all                            | 400 | 'limit'
        /api/v1/assets/P-999/episodes                                         | 404 | there is no asset
        /api/v1/episodes/one                                                  | 404 | 'one' is not the id of an episode
        /api/v1/episodes/00000000-0000-0000-0000-000000000000                 | 404 | there is no episode
        /api/v1/alarms?view=mine                                              | 400 | there is no view 'mine'
        /api/v1/alarms/one                                                    | 404 | 'one' is not the id of an alarm
        /api/v1/alarms/00000000-0000-0000-0000-000000000000                   | 404 | there is no alarm
        /api/v1/alarms/00000000-0000-0000-0000-000000000000/history           | 404 | there is no alarm
        /nothing/here                                                         | 404 | there is nothing at /nothing/here
        /error                                                                | 404 | there is nothing at /error
        """)
    void a_bad_question_is_answered_with_what_is_wrong(String path, int status, String detail) {
        assertThat(edge.get(Role.VIEWER, path).send().problem(status)).contains(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        /api/v1/session                   | {}                                   | 400 | 'secret' is missing
        /api/v1/session                   | {"secret":"hunter2"}                 | 401 | not known
        /api/v1/session                   | {"secret":{}}                        | 400 | not the JSON
        /api/v1/keys                      | {"role":"viewer"}                    | 400 | 'name' is missing
        /api/v1/keys                      | {"name":"x"}                         | 400 | 'role' is missing
        /api/v1/keys                      | {"name":"x","role":"king"}           | 400 | role 'king' does not exist
        /api/v1/models/promote            | {"name":"m","version":1}             | 400 | 'reason' is missing
        /api/v1/models/promote            | {"version":1,"reason":"better"}      | 400 | 'name' is missing
        /api/v1/models/promote            | {"name":"m","version":0,"reason":"better"} | 400 | version from 1
        /api/v1/models/promote            | {"name":"m","version":9,"reason":"better"} | 404 | m v9
        /api/v1/alarms/{alarm}/shelve     | {"minutes":30}                       | 400 | no reason was given
        /api/v1/alarms/{alarm}/shelve     | {"minutes":0,"reason":"noise"}       | 400 | is not allowed
        /api/v1/alarms/{alarm}/shelve     | {"minutes":721,"reason":"noise"}     | 400 | at most PT12H
        /api/v1/alarms/{alarm}/shelve     | {"minutes":"half an hour","reason":"noise"} | 400 | not the JSON
        /api/v1/alarms/{alarm}/suppress   | {}                                   | 400 | no reason was given
        /api/v1/alarms/{alarm}/out-of-service | {"reason":" "}                   | 400 | no reason was given
        /api/v1/alarms/{alarm}/acknowledge | {"comment":                         | 400 | not the JSON
        /api/v1/alarms/{alarm}/acknowledge | []                                  | 400 | not the JSON
        /api/v1/alarms/one/acknowledge    | {"comment":""}                       | 404 | not the id of an alarm
        """)
    void a_bad_order_is_refused_with_what_is_wrong(String path, String body, int status, String detail) {
        assertThat(post(path).json(body).send().problem(status)).contains(detail);
    }

    @Test
    void an_order_for_an_alarm_that_is_not_there_is_refused() {
        post("/api/v1/alarms/" + UNKNOWN_ID + "/acknowledge").json("{}").send().problem(404);
        post("/api/v1/alarms/" + UNKNOWN_ID + "/unshelve").send().problem(404);
    }

    @Test
    void an_order_that_the_alarms_state_does_not_allow_says_what_is_allowed() {
        assertThat(post("/api/v1/alarms/{alarm}/unshelve").send().problem(409))
                .contains("cannot take 'unshelve'; possible now: acknowledge, shelve");
    }

    @Test
    void a_missing_body_and_a_foreign_type_are_refused() {
        post("/api/v1/alarms/{alarm}/acknowledge")
                .header("Content-Type", "application/json")
                .send()
                .problem(400);
        post("/api/v1/alarms/{alarm}/acknowledge").text("seen").send().problem(415);
        post("/api/v1/ingest/lines").json("{}").send().problem(415);
        edge.get(Role.VIEWER, "/api/v1/plant")
                .header("Accept", "image/png")
                .send()
                .problem(406);
    }

    @Test
    void a_wrong_method_is_refused_without_saying_what_there_is() {
        assertThat(edge.as(Role.ADMIN, "PUT", "/api/v1/plant").send().problem(403))
                .contains("PUT /api/v1/plant");
    }

    @Test
    void what_may_be_read_may_be_asked_for_by_head() {
        Answer answer = edge.as(Role.VIEWER, "HEAD", "/api/v1/plant").send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(edge.call("HEAD", "/api/v1/plant").send().status()).isEqualTo(401);
    }

    @Test
    void a_refused_line_is_named_and_nothing_is_taken_in() {
        String good = "centrifugal-pump,asset=P-101 envelope=1 " + NOW;
        String bad = "centrifugal-pump,asset=P-101 loudness=1 " + NOW;
        Answer answer = edge.as(Role.GATEWAY, "POST", "/api/v1/ingest/lines")
                .text(good + "\n" + bad)
                .send();
        assertThat(answer.problem(400)).startsWith("line 2: ").contains("loudness");
        assertThat(edge.store.latest(TestPlant.PUMP.id(), TestPlant.SCHEMA)).isEmpty();
    }

    @Test
    void a_log_that_is_away_is_a_reason_to_send_again() {
        edge.log = CompletableFuture.failedFuture(new IllegalStateException("no broker at 10.1.2.3"));
        try {
            Answer answer = edge.as(Role.GATEWAY, "POST", "/api/v1/ingest/lines")
                    .text("centrifugal-pump,asset=P-101 bearing_temp_de=1 " + (NOW - 1))
                    .send();
            assertThat(answer.problem(503)).doesNotContain("10.1.2.3");
        } finally {
            edge.log = CompletableFuture.completedFuture(null);
        }
    }

    @Test
    void a_body_larger_than_the_limit_is_refused_whether_or_not_it_says_so() {
        String long64 = "{\"comment\":\"" + "a".repeat(64 << 10) + "\"}";
        assertThat(post("/api/v1/alarms/{alarm}/acknowledge")
                        .json(long64)
                        .send()
                        .problem(413))
                .contains("65536");
        post("/api/v1/alarms/{alarm}/acknowledge")
                .chunked("application/json", long64)
                .send()
                .problem(413);
        String event =
                "{\"asset\":\"P-101\",\"from\":\"2026-11-20T08:00:00Z\",\"until\":\"2026-11-20T09:00:00Z\",\"what\":\"x\"}";
        String manyEvents = "{\"events\":[" + String.join(",", Collections.nCopies(10_000, event)) + "]}";
        assertThat(post("/api/v1/backtests").json(manyEvents).send().problem(400))
                .doesNotContain("larger");
        String lines = ("# " + "a".repeat(1021) + "\n").repeat(4 << 10) + "\n";
        post("/api/v1/ingest/lines").text(lines).send().problem(413);
        post("/api/v1/ingest/lines").chunked("text/plain", lines).send().problem(413);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= 20_000; i++) {
            many.append("centrifugal-pump,asset=P-101 envelope=1 ")
                    .append(NOW - i)
                    .append('\n');
        }
        post("/api/v1/ingest/lines").text(many.toString()).send().problem(413);
    }

    @Test
    void a_database_that_is_away_is_said_and_nothing_of_it_is_shown() {
        String cookie = edge.signIn(edge.secret(Role.ADMIN));
        edge.database.goAway();
        try {
            for (String path : new String[] {
                "/api/v1/plant",
                "/api/v1/alarms",
                "/api/v1/models",
                "/api/v1/keys",
                "/api/v1/decisions",
                "/api/v1/decisions/x"
            }) {
                Answer answer = edge.call("GET", path).cookie(cookie).send();
                assertThat(answer.problem(503)).doesNotContain("password");
            }
        } finally {
            edge.database.comeBack();
        }
    }

    @Test
    void a_slip_of_our_own_is_not_put_on_the_caller() {
        edge.explainer = (asset, schema, end) -> {
            throw new UnsupportedOperationException(Integer.toString(Integer.parseInt("http://10.1.2.3:9000")));
        };
        assertThat(edge.get(Role.VIEWER, "/api/v1/assets/P-101/explanation?at=2026-11-20T12:00:00Z")
                        .send()
                        .problem(500))
                .doesNotContain("10.1.2.3");
    }

    @Test
    void a_store_that_is_away_is_said() {
        edge.store.goAway();
        try {
            assertThat(edge.get(Role.VIEWER, "/api/v1/assets/P-101/latest")
                            .send()
                            .problem(503))
                    .contains("time-series store");
        } finally {
            edge.store.comeBack();
        }
    }
}
