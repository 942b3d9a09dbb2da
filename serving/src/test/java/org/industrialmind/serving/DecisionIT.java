package org.industrialmind.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.industrialmind.learning.tabular.decision.Costs;
import org.industrialmind.learning.tabular.decision.ScoredCases;
import org.industrialmind.serving.decision.Decision;
import org.industrialmind.serving.decision.Decisions;
import org.industrialmind.serving.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Decisions with an adjustable threshold, over HTTP and in PostgreSQL; the numbers of the four cases are done by hand. */
final class DecisionIT {
    private static final String PATH = "/api/v1/decisions/four";

    /** In the form that recipes save as {@code decision.json}. */
    private static final String FOUR = "{\"description\":\"four cases\","
            + "\"costs\":{\"badApproved\":5.0,\"goodRefused\":1.0},"
            + "\"cases\":[{\"risk\":0.1,\"bad\":false,\"group\":\"a\"},"
            + "{\"risk\":0.3,\"bad\":true,\"group\":\"a\"},"
            + "{\"risk\":0.6,\"bad\":false,\"group\":\"b\"},"
            + "{\"risk\":0.9,\"bad\":true,\"group\":\"b\"}]}";

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

    @BeforeEach
    void keepFour() {
        assertThat(put(PATH, FOUR).status()).isEqualTo(204);
    }

    private static Answer put(String path, String body) {
        return edge.as(Role.ENGINEER, "PUT", path).json(body).send();
    }

    private static JsonNode get(String path) {
        Answer answer = edge.get(Role.VIEWER, path).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void without_questions_it_is_what_the_costs_say() {
        JsonNode seen = get(PATH);
        assertThat(seen.propertyNames())
                .containsExactly("name", "description", "cases", "costs", "fairRisk", "at", "cheapest", "curve");
        assertThat(seen.path("name").asString()).isEqualTo("four");
        assertThat(seen.path("description").asString()).isEqualTo("four cases");
        assertThat(seen.path("cases").asInt()).isEqualTo(4);
        assertThat(seen.path("costs").toString()).isEqualTo("{\"badApproved\":5.0,\"goodRefused\":1.0}");
        assertThat(seen.path("fairRisk").asDouble()).isEqualTo(1.0 / 6);
        assertThat(seen.path("curve").size()).isEqualTo(101);
        JsonNode at = seen.path("at");
        assertThat(at.path("threshold").asDouble()).isEqualTo(1.0 / 6);
        assertThat(at.path("approvalRate").asDouble()).isEqualTo(0.25);
        assertThat(at.path("badShare").asDouble()).isZero();
        assertThat(at.path("costPerCase").asDouble()).isEqualTo(0.25); // one good one of four is refused
        assertThat(at.path("groups").toString())
                .isEqualTo("[{\"group\":\"a\",\"cases\":2,\"approvalRate\":0.5,\"goodRefused\":0.0,\"badShare\":0.0},"
                        + "{\"group\":\"b\",\"cases\":2,\"approvalRate\":0.0,\"goodRefused\":1.0,\"badShare\":null}]");
    }

    @Test
    void a_threshold_and_other_costs_are_answered_without_being_kept() {
        JsonNode seen = get(PATH + "?threshold=0.5&badApproved=1&goodRefused=3&steps=10");
        assertThat(seen.path("fairRisk").asDouble()).isEqualTo(0.75);
        assertThat(seen.path("at").path("threshold").asDouble()).isEqualTo(0.5);
        assertThat(seen.path("at").path("badShare").asDouble()).isEqualTo(0.5);
        assertThat(seen.path("at").path("costPerCase").asDouble()).isEqualTo((1 + 3) / 4.0);
        assertThat(seen.path("cheapest").path("threshold").asDouble()).isEqualTo(0.7);
        assertThat(seen.path("cheapest").path("costPerCase").asDouble()).isEqualTo(0.25); // one bad one approved
        assertThat(seen.path("curve").size()).isEqualTo(11);
        assertThat(get(PATH).path("costs").path("badApproved").asDouble()).isEqualTo(5);
        assertThat(get(PATH + "?goodRefused=5").path("fairRisk").asDouble()).isEqualTo(0.5);
    }

    @Test
    void the_curve_runs_from_refusing_all_to_approving_all() {
        JsonNode curve = get(PATH + "?steps=2").path("curve");
        assertThat(curve.toString())
                .isEqualTo("[{\"threshold\":0.0,\"approvalRate\":0.0,\"badShare\":null,\"costPerCase\":0.5},"
                        + "{\"threshold\":0.5,\"approvalRate\":0.5,\"badShare\":0.5,\"costPerCase\":1.5},"
                        + "{\"threshold\":1.0,\"approvalRate\":1.0,\"badShare\":0.5,\"costPerCase\":2.5}]");
        assertThat(get(PATH + "?threshold=1.01").path("at").path("approvalRate").asDouble())
                .isEqualTo(1);
    }

    @Test
    void decisions_are_listed_replaced_and_forgotten() {
        assertThat(get("/api/v1/decisions").toString())
                .contains("{\"name\":\"four\",\"description\":\"four cases\",\"cases\":4,\"groups\":[\"a\",\"b\"]}");
        assertThat(put(PATH, FOUR.replace("four cases", "other words").replace("\"b\"", "\"c\""))
                        .status())
                .isEqualTo(204);
        assertThat(get("/api/v1/decisions").toString()).contains("other words", "[\"a\",\"c\"]");
        assertThat(edge.as(Role.ENGINEER, "DELETE", PATH).send().status()).isEqualTo(204);
        assertThat(get("/api/v1/decisions").toString()).doesNotContain("four");
        assertThat(edge.get(Role.VIEWER, PATH).send().problem(404)).contains("there is no decision 'four'");
        edge.as(Role.ENGINEER, "DELETE", PATH).send().problem(404);
    }

    @Test
    void those_who_only_look_change_nothing() {
        for (Role role : List.of(Role.VIEWER, Role.OPERATOR, Role.GATEWAY)) {
            edge.as(role, "PUT", PATH).json(FOUR).send().problem(403);
            edge.as(role, "DELETE", PATH).send().problem(403);
        }
        edge.get(Role.GATEWAY, PATH).send().problem(403);
        edge.call("GET", PATH).send().problem(401);
        assertThat(get(PATH).path("cases").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "risk":0.3             | "risk":1.3              | 'cases[1].risk' is 1.3: expected a probability
            "risk":0.3             | "risk":"NaN"            | 'cases[1].risk' is NaN
            "risk":0.3             | "risk":"low"            | 'cases[1].risk' cannot be understood
            "risk":0.6             | "risk":{}               | 'cases[2].risk' cannot be understood
            "risk":0.6             | "wrisk":0.6             | 'cases[2].risk' is missing
            "bad":true             | "bad":"perhaps"         | 'cases[1].bad' cannot be understood
            "bad":true             | "bad":null              | 'cases[1].bad' is missing
            "group":"b"            | "group":" "             | 'cases[2].group' is missing
            "group":"b"            | "group":"x\\u0000"      | 'cases[2].group' has 2 characters
            {"risk":0.1,"bad":false,"group":"a"} | null      | 'cases[0]' is missing
            "cases"                | "lines"                 | 'cases' is missing
            "description"          | "title"                 | 'description' is missing
            "costs"                | "prices"                | 'costs' is missing
            "goodRefused"          | "goodLost"              | 'costs.goodRefused' is missing
            "badApproved":5.0      | "badApproved":0         | expected finite costs above 0
            "badApproved":5.0      | "badApproved":1e300     | at most 1.0E12
            "badApproved":5.0      | "badApproved":"much"    | 'costs.badApproved' cannot be understood
            ]                      | !                       | not the JSON
            """)
    void what_cannot_be_kept_is_refused_by_case_and_field(String good, String wrong, String detail) {
        assertThat(FOUR).contains(good);
        assertThat(put(PATH, FOUR.replace(good, wrong)).problem(400)).contains(detail);
        assertThat(get(PATH).path("description").asString()).isEqualTo("four cases");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Four", "-four", "fo_ur", "f%C3%BCnf"})
    void a_name_is_small_letters_digits_and_dashes(String name) {
        assertThat(put("/api/v1/decisions/" + name, FOUR).problem(400)).contains("small letters, digits and dashes");
        put("/api/v1/decisions/" + "a".repeat(64), FOUR).problem(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            threshold=-0.1  | 'threshold' is -0.1
            threshold=1.02  | 'threshold' is 1.02
            threshold=NaN   | 'threshold' is NaN
            threshold=high  | 'threshold' has the value 'high'
            steps=0         | 'steps' is 0
            steps=1001      | 'steps' is 1001
            badApproved=0   | expected finite costs above 0
            goodRefused=NaN | expected finite costs above 0
            goodRefused=1e13 | at most 1.0E12
            """)
    void a_question_out_of_range_is_refused(String question, String detail) {
        assertThat(edge.get(Role.VIEWER, PATH + "?" + question).send().problem(400))
                .contains(detail);
    }

    @Test
    void the_most_cases_are_kept_and_one_more_is_refused() {
        SplittableRandom random = new SplittableRandom(7);
        StringJoiner cases = new StringJoiner(",");
        for (int i = 0; i < 200_000; i++) {
            double risk = random.nextDouble();
            cases.add("{\"risk\":" + risk + ",\"bad\":" + (random.nextDouble() < risk) + ",\"group\":\"g" + i % 50
                    + "\"}");
        }
        String head = "{\"description\":\"many\",\"costs\":{\"badApproved\":5,\"goodRefused\":1},\"cases\":[";
        assertThat(put("/api/v1/decisions/many", head + cases + "]}").status()).isEqualTo(204);
        JsonNode seen = get("/api/v1/decisions/many?steps=1000");
        assertThat(seen.path("cases").asInt()).isEqualTo(200_000);
        assertThat(seen.path("at").path("groups").size()).isEqualTo(50);
        assertThat(seen.path("at").path("approvalRate").asDouble()).isCloseTo(1.0 / 6, within(0.01));
        cases.add("{\"risk\":0.5,\"bad\":true,\"group\":\"g0\"}");
        assertThat(put("/api/v1/decisions/many", head + cases + "]}").problem(400))
                .contains("200001 cases");
        assertThat(put("/api/v1/decisions/many", head + " ".repeat(16 << 20) + "]}")
                        .problem(413))
                .contains("16777216");
        edge.as(Role.ENGINEER, "DELETE", "/api/v1/decisions/many").send();
    }

    @Test
    void more_groups_than_a_person_compares_are_refused() {
        StringJoiner cases = new StringJoiner(",");
        for (int i = 0; i < 51; i++) {
            cases.add("{\"risk\":0.5,\"bad\":true,\"group\":\"g" + i + "\"}");
        }
        assertThat(put(
                                PATH,
                                "{\"description\":\"x\",\"costs\":{\"badApproved\":5,\"goodRefused\":1},\"cases\":["
                                        + cases + "]}")
                        .problem(400))
                .contains("more than 50 groups");
    }

    @Test
    void survives_a_restart_case_by_case() {
        Decision kept = new Decisions(edge.database).find("four").orElseThrow();
        ScoredCases cases = kept.cases();
        assertThat(kept.costs()).isEqualTo(new Costs(5, 1));
        assertThat(List.of(cases.risk(0), cases.risk(1), cases.risk(2), cases.risk(3)))
                .containsExactly(0.1, 0.3, 0.6, 0.9);
        assertThat(List.of(cases.bad(0), cases.bad(1), cases.bad(2), cases.bad(3)))
                .containsExactly(false, true, false, true);
        assertThat(List.of(cases.group(0), cases.group(1), cases.group(2), cases.group(3)))
                .containsExactly("a", "a", "b", "b");
        assertThat(new Decisions(edge.database).find("five")).isEmpty();
    }
}
