package org.industrialmind.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedTrainer;
import org.industrialmind.learning.prognosis.model.RidgeTrainer;
import org.industrialmind.learning.prognosis.model.WeibullTrainer;
import org.industrialmind.serving.life.OneForecast;
import org.industrialmind.serving.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A model of remaining life that is put into the platform's folder, asked over HTTP: it says what it says in memory. */
final class LifeModelIT {
    private static final String ASK = "/api/v1/life-models/pumps/forecasts";
    private static final FleetSchema SCHEMA =
            new FleetSchema("pump", List.of("speed"), List.of("vibration", "flow"), "hour");
    private static final LifeQuestion QUESTION =
            new LifeQuestion(List.of(0.05, 0.5, 0.95), 40, Double.POSITIVE_INFINITY);
    private static final CrossFittedModel MODEL = new CrossFittedTrainer(
                    "ensemble", List.of(new WeibullTrainer(QUESTION), RidgeTrainer.of(QUESTION)), 3)
            .train(Fleet.of(pumps(20, 1)), 1);
    private static final RunToFailure UNSEEN = pumps(1, 2).getFirst().prefix(30);

    @TempDir
    static Path folder;

    private static TestEdge edge;

    /** Pumps that wear exponentially, seen every second hour until their bearing fails. */
    private static List<RunToFailure> pumps(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RunToFailure> pumps = new ArrayList<>();
        for (int pump = 0; pump < count; pump++) {
            int rows = 30 + random.nextInt(15);
            double[] ages = IntStream.range(0, rows).mapToDouble(row -> 2 * row).toArray();
            double[][] readings = new double[rows][];
            for (int row = 0; row < rows; row++) {
                double wear = Math.exp((row - rows) / 6.0);
                double speed = random.nextBoolean() ? 1450 : 2900;
                readings[row] = new double[] {
                    speed, speed / 1000 + wear + 0.1 * random.nextGaussian(), speed / 10 + 0.3 * random.nextGaussian()
                };
            }
            Ending failed = new Ending.Failed(ages[rows - 1] + 1, Optional.of("bearing"));
            pumps.add(RunToFailure.of(SCHEMA, "pump " + pump, ages, readings, failed));
        }
        return pumps;
    }

    @BeforeAll
    static void open() throws IOException {
        edge = TestEdge.start(folder, folder.resolve("no-pages"));
        TestEdge.LIFE_FORMATS.save(MODEL, Files.createDirectories(folder.resolve("life/pumps")));
    }

    @AfterAll
    static void close() {
        edge.close();
    }

    private static JsonNode get(String path) {
        Answer answer = edge.get(Role.VIEWER, path).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Answer ask(String body) {
        return edge.as(Role.VIEWER, "POST", ASK).json(body).send();
    }

    private static String body(RunToFailure... runs) {
        return "{\"within\":10,\"units\":["
                + Arrays.stream(runs).map(LifeModelIT::unit).collect(Collectors.joining(",")) + "]}";
    }

    private static String unit(RunToFailure run) {
        return "{\"unit\":\"" + run.unit() + "\",\"ages\":"
                + IntStream.range(0, run.rows()).mapToObj(run::age).toList() + ",\"readings\":{"
                + IntStream.range(0, SCHEMA.channels())
                        .mapToObj(c -> "\"" + SCHEMA.names().get(c) + "\":"
                                + IntStream.range(0, run.rows())
                                        .mapToObj(row -> run.reading(row, c))
                                        .toList())
                        .collect(Collectors.joining(","))
                + "}}";
    }

    @Test
    void models_are_listed_with_what_they_want_to_be_told() throws IOException {
        JsonNode pumps = get("/api/v1/life-models/pumps");
        assertThat(pumps.path("fleet").asString()).isEqualTo("pump");
        assertThat(pumps.path("lifeUnit").asString()).isEqualTo("hour");
        assertThat(pumps.path("settings").toString()).isEqualTo("[\"speed\"]");
        assertThat(pumps.path("sensors").toString()).isEqualTo("[\"vibration\",\"flow\"]");
        assertThat(pumps.path("horizon").asDouble()).isEqualTo(40);
        assertThat(pumps.path("members").findValuesAsString("kind")).containsExactly("weibull", "ridge");
        assertThat(pumps.path("learnedFrom").asString()).contains("20 units, 20 failed");
        Path broken = Files.createDirectories(folder.resolve("life/broken"));
        Files.writeString(broken.resolve("model.json"), "{}");
        Path misnamed = Files.createDirectories(folder.resolve("life/Pumps"));
        Files.writeString(misnamed.resolve("model.json"), "{}");
        JsonNode all = get("/api/v1/life-models");
        assertThat(all.path("models").toString()).isEqualTo("[" + pumps + "]");
        assertThat(all.path("unreadable").toString()).isEqualTo("[\"broken\",\"Pumps\"]");
        assertThat(edge.get(Role.VIEWER, "/api/v1/life-models/broken").send().problem(503))
                .contains("'broken' cannot be believed")
                .doesNotContain(folder.toString());
        Files.delete(broken.resolve("model.json"));
        assertThat(edge.get(Role.VIEWER, "/api/v1/life-models/broken").send().problem(404))
                .contains("there is no model of remaining life 'broken'");
    }

    @Test
    void a_unit_is_told_what_the_model_says_in_memory() {
        Answer answer = ask(body(UNSEEN));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode said = answer.json();
        assertThat(said.path("model").asString()).isEqualTo("pumps");
        assertThat(said.path("lifeUnit").asString()).isEqualTo("hour");
        JsonNode forecast = said.path("forecasts").path(0);
        LifeForecast expected = MODEL.now(UNSEEN);
        assertThat(forecast.path("unit").asString()).isEqualTo("pump 0");
        assertThat(forecast.path("rows").asInt()).isEqualTo(30);
        assertThat(forecast.path("age").asDouble()).isEqualTo(58);
        assertThat(forecast.path("mean").asDouble()).isEqualTo(expected.mean());
        assertThat(forecast.path("median").asDouble()).isEqualTo(expected.life(0.5));
        assertThat(forecast.path("low").asDouble()).isEqualTo(expected.lives()[0]);
        assertThat(forecast.path("high").asDouble()).isEqualTo(expected.lives()[2]);
        assertThat(forecast.path("held").asDouble()).isEqualTo(0.9);
        assertThat(forecast.path("within").asDouble()).isEqualTo(10);
        assertThat(forecast.path("failureWithin").asDouble())
                .isEqualTo(MODEL.outlook(UNSEEN, 10).failureWithin());
        assertThat(forecast.path("modes").toString()).isEqualTo("[{\"mode\":\"bearing\",\"chance\":1.0}]");
    }

    @Test
    void units_come_back_in_their_order_and_may_tell_together_how_much_life_is_left() {
        RunToFailure[] asked = pumps(25, 3).stream().map(run -> run.prefix(25)).toArray(RunToFailure[]::new);
        JsonNode alone = ask(body(asked)).json().path("forecasts");
        JsonNode together = ask(body(asked).replace("\"within\"", "\"together\":true,\"within\""))
                .json()
                .path("forecasts");
        RemainingLifeModel adapted = MODEL.adaptedTo(List.of(asked), unit -> true);
        for (int i = 0; i < asked.length; i++) {
            assertThat(alone.path(i).path("unit").asString()).isEqualTo(asked[i].unit());
            assertThat(alone.path(i).path("mean").asDouble())
                    .isEqualTo(MODEL.now(asked[i]).mean());
            assertThat(together.path(i).path("mean").asDouble())
                    .isEqualTo(adapted.now(asked[i]).mean());
        }
        assertThat(together).isNotEqualTo(alone);
    }

    @Test
    void a_missing_reading_is_null_and_a_reading_that_nobody_knows_is_left_out() {
        String body = body(UNSEEN.prefix(2));
        String holes = body.replaceFirst("\"vibration\":\\[[^,]*,", "\"humidity\":[1],\"vibration\":[null,");
        assertThat(holes).isNotEqualTo(body);
        Answer answer = ask(holes);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        double[][] readings = {
            {UNSEEN.reading(0, 0), Double.NaN, UNSEEN.reading(0, 2)},
            {UNSEEN.reading(1, 0), UNSEEN.reading(1, 1), UNSEEN.reading(1, 2)}
        };
        double[] ages = {UNSEEN.age(0), UNSEEN.age(1)};
        RunToFailure missing = RunToFailure.of(SCHEMA, UNSEEN.unit(), ages, readings, new Ending.StillRunning(ages[1]));
        double mean = answer.json().path("forecasts").path(0).path("mean").asDouble();
        assertThat(mean).isEqualTo(MODEL.now(missing).mean());
        assertThat(mean).isNotEqualTo(MODEL.now(UNSEEN.prefix(2)).mean());
    }

    /** A body that is no JSON would be refused at once if it were read. */
    @Test
    void who_has_to_wait_waits_before_the_body_is_read() throws Exception {
        OneForecast gate = edge.server.context().getBean(OneForecast.class);
        gate.enter();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> asked = callers.submit(() -> ask("no JSON"));
            while (!gate.awaited() && !asked.isDone()) {
                Thread.onSpinWait();
            }
            boolean answered = asked.isDone();
            gate.leave();
            assertThat(answered).isFalse();
            assertThat(asked.get().problem(400)).contains("not the JSON");
        }
        assertThat(ask(body(UNSEEN)).status()).isEqualTo(200); // who was refused has left
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "units"        | "machines"           | 'units' is missing
        "unit":        | "name":              | 'units[0].unit' is missing
        "pump 0"       | "p\\u0000"           | 'units[0].unit' has 2 characters
        "ages"         | "hours"              | 'units[0].ages' is missing
        [0.0, 2.0]     | [0.0, null]          | 'units[0].ages[1]' is missing
        [0.0, 2.0]     | [2.0, 2.0]           | expected ages from 0 that rise
        [0.0, 2.0]     | [0.0, 2.0, 4.0]      | 'units[0].readings.speed' has 2 readings: expected 3
        [0.0, 2.0]     | []                   | 'units[0].readings.speed' has 2 readings: expected 0
        [0.0, 2.0]     | ["soon"]             | 'units[0].ages[0]' cannot be understood
        "vibration"    | "shaking"            | 'units[0].readings.vibration' is missing
        "within":10    | "within":-1          | within -1.0: expected a finite time from 0
        "within":10    | "within":"Infinity"  | within Infinity
        [{             | [null,{              | 'units[0]' is missing
        ]}             | ]                    | not the JSON
        """)
    void what_cannot_be_understood_is_refused_by_unit_and_field(String good, String wrong, String detail) {
        String body = body(UNSEEN.prefix(2));
        assertThat(body).contains(good);
        assertThat(ask(body.replace(good, wrong)).problem(400)).contains(detail);
    }

    @Test
    void a_unit_may_be_asked_about_once_and_there_is_an_end_to_units_and_bytes() {
        RunToFailure brief = UNSEEN.prefix(1);
        assertThat(ask(body(brief, brief)).problem(400)).contains("'units[1]' is unit 'pump 0'", "no unit twice");
        assertThat(ask("{\"units\":[]}").problem(400)).contains("has 0 units: expected 1 to 2000");
        Answer tooLong = ask(body(brief) + " ".repeat(16 << 20));
        assertThat(tooLong.problem(413)).contains("16777216");
        assertThat(tooLong.json().path("next").asString())
                .isEqualTo("send fewer units in one request, or fewer of their rows");
    }

    @ParameterizedTest
    @CsvSource({"fans, 404", "Pumps, 404", "pumps.old, 404", ".., 400", "%2e%2e, 400"})
    void a_model_that_is_not_there_is_not_found(String name, int status) {
        assertThat(edge.as(Role.VIEWER, "POST", "/api/v1/life-models/" + name + "/forecasts")
                        .json(body(UNSEEN))
                        .send()
                        .status())
                .isEqualTo(status);
    }
}
