package org.industrialmind.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.industrialmind.app.life.PumpRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Training on a table, keeping the model, and asking it, by the words that a user would type. */
class LifeCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... words) {
        return new CommandLine(new LifeCommand())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(errors, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    errors.append(failure.getMessage());
                    return 1;
                })
                .execute(words);
    }

    private Path table(String name, String csv) throws IOException {
        return Files.writeString(folder.resolve(name), csv);
    }

    private String train(Path table, String... more) {
        String model = folder.resolve("model").toString();
        List<String> words = new ArrayList<>(
                List.of("train", "--from", table.toString(), "--out", model, "--settings", "speed", "--horizon", "40"));
        words.addAll(List.of(more));
        assertThat(run(words.toArray(String[]::new))).as(errors.toString()).isZero();
        return model;
    }

    @Test
    void a_model_is_trained_kept_and_asked() throws IOException {
        String model = train(table("runs.csv", PumpRuns.csv(15, 1)), "--members", "weibull,ridge", "--seed", "3");
        Path history = table("history.csv", PumpRuns.csv(10, 2));
        assertThat(run("forecast", "--model", model, "--from", history.toString(), "--within", "10", "--json"))
                .as(errors.toString())
                .isZero();
        JsonNode answers = JsonMapper.shared().readTree(said.toString());
        assertThat(answers.size()).isEqualTo(10);
        double soonest = 0;
        for (JsonNode answer : answers) {
            assertThat(answer.path("mean").asDouble()).isGreaterThanOrEqualTo(soonest);
            soonest = answer.path("mean").asDouble();
            assertThat(answer.path("median").asDouble())
                    .isBetween(
                            answer.path("low").asDouble(), answer.path("high").asDouble());
            assertThat(answer.path("held").asDouble()).isEqualTo(0.9);
            assertThat(answer.path("within").asDouble()).isEqualTo(10);
            assertThat(answer.path("modes").findValuesAsString("mode"))
                    .containsExactlyInAnyOrder("bearing", "impeller");
            // every fifth was seen for two thirds of its life: twelve hours and more are left, the others are at their
            // end
            String unit = answer.path("unit").asString();
            boolean runs = unit.equals("pump 4") || unit.equals("pump 9");
            assertThat(answer.path("failureWithin").asDouble()).as(unit).matches(p -> runs ? p < 0.5 : p > 0.5);
        }
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("runs.csv", "history.csv", "model");
        }
    }

    @Test
    void a_table_of_answers_names_the_unit_the_interval_and_the_mode() throws IOException {
        Path runs = table("runs.csv", PumpRuns.csv(12, 1));
        String model = train(runs, "--members", "weibull", "--fleet", "pumps", "--life-unit", "hour");
        assertThat(run("forecast", "--model", model, "--from", runs.toString())).isZero();
        assertThat(said.toString())
                .contains("life left of pumps in hours", "90 % interval", "fails within 40", "pump 11")
                .containsPattern("(bearing|impeller) \\(0\\.[5-9]");
    }

    @Test
    void what_is_there_is_not_written_over() throws IOException {
        Files.createDirectory(folder.resolve("model"));
        Path runs = table("runs.csv", PumpRuns.csv(5, 1));
        assertThat(run(
                        "train",
                        "--from",
                        runs.toString(),
                        "--out",
                        folder.resolve("model").toString()))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("is there already", "name another");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --members oracle    | 2 | expected some of
        --settings torque   | 2 | there is no column 'torque': expected some of [speed, vibration, flow]
        --without unit      | 2 | there is no column 'unit'
        --horizon 0         | 2 | expected at least one level and lengths above 0
        --longest -1        | 2 | expected at least one level and lengths above 0
        """)
    void a_wrong_word_is_told(String words, int code, String detail) throws IOException {
        Path runs = table("runs.csv", PumpRuns.csv(6, 1));
        String out = folder.resolve("model").toString();
        List<String> line = new ArrayList<>(List.of("train", "--from", runs.toString(), "--out", out));
        line.addAll(List.of(words.split(" ")));
        assertThat(run(line.toArray(String[]::new))).isEqualTo(code);
        assertThat(errors.toString()).contains(detail);
        assertThat(folder.resolve("model")).doesNotExist();
    }

    @Test
    void too_few_failures_to_hold_any_out_are_refused() throws IOException {
        Path runs = table("runs.csv", PumpRuns.csv(5, 1));
        assertThat(run(
                        "train",
                        "--from",
                        runs.toString(),
                        "--out",
                        folder.resolve("model").toString()))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("4 of 5 units failed: expected at least 5");
    }

    @Test
    void a_history_without_a_sensor_of_the_model_is_refused() throws IOException {
        String model = train(table("runs.csv", PumpRuns.csv(8, 1)), "--members", "constant");
        Path history = table("history.csv", "unit,age,speed,flow\na,1,1450,145\n");
        assertThat(run("forecast", "--model", model, "--from", history.toString()))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("lacks the columns [vibration]: expected all that runs reports");
        assertThat(run("forecast", "--model", model, "--from", history.toString(), "--within", "-3"))
                .isEqualTo(2);
    }
}
