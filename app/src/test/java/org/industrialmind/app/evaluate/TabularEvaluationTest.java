package org.industrialmind.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.tabular.publicdata.PublicTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class TabularEvaluationTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void scores_the_test_file_with_spread_over_seeds_and_baselines_beside_it() throws IOException {
        Path train = runs("train.csv", 1, 600);
        Path test = runs("test.csv", 2, 300);
        JsonNode report = evaluate(new TabularEvaluation(
                PublicTable.named("ai4i"),
                train,
                Optional.of(test),
                10,
                List.of(1L, 2L),
                folder.resolve("report.json")));
        JsonNode auc = report.path("metrics").path("auc");
        assertThat(auc.path("mean").asDouble()).isGreaterThan(0.9);
        assertThat(auc.path("n").asInt()).isEqualTo(2);
        JsonNode naive = report.path("baselines").path("shares of the classes");
        assertThat(naive.path("auc").asDouble()).isEqualTo(0.5);
        assertThat(report.path("data").path("test_sha256").asString()).hasSize(64);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("on test.csv", "mean and deviation of 2 seeds");
    }

    @Test
    void without_a_test_file_the_training_file_is_cross_validated() throws IOException {
        JsonNode report = evaluate(new TabularEvaluation(
                PublicTable.named("ai4i"),
                runs("train.csv", 1, 400),
                Optional.empty(),
                4,
                List.of(7L),
                folder.resolve("report.json")));
        assertThat(report.path("data").path("scored_on").asString()).isEqualTo("4-fold cross-validation");
        assertThat(report.path("metrics")
                        .path("predict_rows_per_s")
                        .path("mean")
                        .asDouble())
                .isPositive();
    }

    /** Runs of a made-up machine that fails when a worn tool is strained. */
    private Path runs(String name, long seed, int count) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder csv = new StringBuilder("UDI,Product ID,Type,Air temperature [K],Process temperature [K],"
                + "Rotational speed [rpm],Torque [Nm],Tool wear [min],Machine failure,TWF,HDF,PWF,OSF,RNF\n");
        for (int i = 0; i < count; i++) {
            double torque = 40 + 10 * random.nextGaussian();
            double wear = 250 * random.nextDouble();
            int fails = torque * wear > 9000 ? 1 : 0;
            csv.append(String.format(
                    "%d,L%d,%s,300.1,310.2,%d,%.1f,%.0f,%d,0,0,0,%d,0%n",
                    i, i, i % 2 == 0 ? "L" : "M", 1400 + random.nextInt(300), torque, wear, fails, fails));
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private JsonNode evaluate(TabularEvaluation evaluation) throws IOException {
        evaluation.run(new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)));
        return new ObjectMapper().readTree(Files.readString(folder.resolve("report.json")));
    }
}
