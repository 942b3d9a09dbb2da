package org.industrialmind.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.industrialmind.app.evaluate.LifeDataSet;
import org.industrialmind.app.evaluate.LifeEvaluation;
import org.industrialmind.app.life.LifeFolder;
import org.industrialmind.app.life.LifeMethod;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.learning.prognosis.evaluation.CutLaw;
import org.industrialmind.learning.prognosis.evaluation.LifeScorecard;
import org.industrialmind.learning.prognosis.publicdata.Cmapss;
import org.industrialmind.learning.report.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user trains, keeps and asks is what {@code evaluate rul} measures: on the engines of FD001, to the last digits. */
class LifeOnTurbofansTest {
    private static final String SUBSET = "FD001";

    @TempDir
    private Path folder;

    private static Path data() {
        Path data = Path.of(
                Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")).orElse("../../shared/data"), "cmapss");
        assumeTrue(
                Cmapss.subsets(data).contains(SUBSET),
                () -> "no engines of " + SUBSET + " in " + data
                        + ": set INDUSTRIALMIND_DATA to the folder that has cmapss/train_FD001.txt.gz");
        return data;
    }

    @Test
    void a_kept_model_is_as_good_on_the_test_engines_as_the_evaluation_says() throws IOException {
        Path engines = Files.createDirectory(folder.resolve("engines"));
        try (Stream<Path> files = Files.list(data())) {
            for (Path file :
                    files.filter(each -> each.toString().contains(SUBSET)).toList()) {
                Files.copy(file, engines.resolve(file.getFileName()));
            }
        }
        JsonNode evaluated = evaluated(engines);
        Fleet training = Cmapss.training(engines, SUBSET);
        Fleet test = Cmapss.test(engines, SUBSET);
        double longest = CutLaw.longest(training, test);
        Path model = folder.resolve("model");
        run(
                "train",
                "--from",
                csv("training.csv", training).toString(),
                "--out",
                model.toString(),
                "--settings",
                "altitude,Mach number,throttle",
                "--life-unit",
                "cycle",
                "--fleet",
                Cmapss.SCHEMA.fleet(),
                "--horizon",
                "125",
                "--longest",
                Double.toString(longest),
                "--members",
                "trees");

        CrossFittedModel kept = new LifeFolder(model).load();
        List<RunToFailure> asked =
                test.runs().stream().map(run -> run.prefix(run.rows())).toList();
        RemainingLifeModel adapted = kept.adaptedTo(asked, unit -> true);
        List<Cut> last =
                test.runs().stream().map(run -> new Cut(run, run.rows())).toList();
        LifeScorecard card = new LifeScorecard(Judged.by(adapted, last), 125, 30);
        assertThat(card.rmseCapped()).isCloseTo(mean(evaluated, "rmse_capped"), within(1e-9));
        assertThat(card.rmseTrue()).isCloseTo(mean(evaluated, "rmse_true"), within(1e-9));
        assertThat(card.coverage()).isCloseTo(mean(evaluated, "coverage_90"), within(1e-9));

        Map<String, RunToFailure> units = asked.stream().collect(Collectors.toMap(RunToFailure::unit, run -> run));
        JsonNode answers = JsonMapper.shared()
                .readTree(run(
                        "forecast",
                        "--model",
                        model.toString(),
                        "--from",
                        csv("history.csv", test).toString(),
                        "--together",
                        "--json"));
        assertThat(answers.size()).isEqualTo(100);
        for (JsonNode answer : answers) {
            RunToFailure run =
                    Objects.requireNonNull(units.get(answer.path("unit").asString()));
            assertThat(answer.path("mean").asDouble())
                    .isEqualTo(adapted.now(run).mean());
        }
    }

    private JsonNode evaluated(Path engines) throws IOException {
        Path report = folder.resolve("report.json");
        new LifeEvaluation(LifeDataSet.CMAPSS, List.of(SUBSET), engines, List.of(LifeMethod.TREES), List.of(1L), report)
                .run(new Progress(System.out));
        return JsonMapper.shared().readTree(Files.readString(report));
    }

    private static double mean(JsonNode report, String metric) {
        return report.path("metrics").path(metric).path("mean").asDouble();
    }

    private static String run(String... words) {
        StringWriter said = new StringWriter();
        StringWriter errors = new StringWriter();
        int code = new CommandLine(new LifeCommand())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(errors, true))
                .execute(words);
        assertThat(code).as(errors.toString()).isZero();
        return said.toString();
    }

    private Path csv(String name, Fleet fleet) throws IOException {
        StringBuilder table = new StringBuilder("unit,age,")
                .append(String.join(",", fleet.schema().names()))
                .append('\n');
        for (RunToFailure run : fleet.runs()) {
            for (int row = 0; row < run.rows(); row++) {
                table.append(run.unit()).append(',').append(run.age(row));
                for (int c = 0; c < fleet.schema().channels(); c++) {
                    table.append(',').append(run.reading(row, c));
                }
                table.append('\n');
            }
        }
        return Files.writeString(folder.resolve(name), table);
    }
}
