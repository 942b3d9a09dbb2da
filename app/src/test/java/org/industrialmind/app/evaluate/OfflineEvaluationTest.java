package org.industrialmind.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.industrialmind.app.process.Home;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.learning.report.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class OfflineEvaluationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void finds_plain_faults_without_false_alarms_and_beats_the_trivial_judges() throws IOException {
        RigFiles.experiment(folder.resolve("data/valve1/0.csv"), 1);
        RigFiles.experiment(folder.resolve("data/valve2/0.csv"), 2);
        RigFiles.sound(folder.resolve("data/anomaly-free/anomaly-free.csv"), 3);

        JsonNode report = evaluate(DataSet.SKAB, folder.resolve("data"));

        JsonNode metrics = report.path("metrics");
        assertThat(metrics.path("mar").asDouble()).isLessThan(0.15); // a window takes some rows to notice
        assertThat(metrics.path("far").asDouble()).isLessThan(0.15); // and as many to forget
        assertThat(metrics.path("event_recall").asDouble()).isEqualTo(1);
        assertThat(metrics.path("alarm_time_on_normal").asDouble()).isLessThan(0.05);
        double f1 = metrics.path("f1").asDouble();
        for (String judge : new String[] {"always", "random", "moving_variance"}) {
            assertThat(f1)
                    .as(judge)
                    .isGreaterThan(
                            report.path("baselines").path(judge).path("f1").asDouble());
        }
        assertThat(report.path("items").size()).isEqualTo(3);
        assertThat(report.path("checks").path(0).path("ok").asBoolean()).isTrue();
        assertThat(report.path("data").path("sha256").asString()).hasSize(64);
    }

    @Test
    void the_alarm_that_never_stops_has_the_share_of_anomalies_as_its_precision() throws IOException {
        RigFiles.experiment(folder.resolve("data/valve1/0.csv"), 1);

        JsonNode always =
                evaluate(DataSet.SKAB, folder.resolve("data")).path("baselines").path("always");

        double share = 100.0 / 300; // anomalous rows of test rows
        assertThat(always.path("precision").asDouble()).isCloseTo(share, within(1e-12));
        assertThat(always.path("f1").asDouble()).isCloseTo(2 * share / (1 + share), within(1e-12));
        assertThat(always.path("far").asDouble()).isEqualTo(1);
        assertThat(always.path("mar").asDouble()).isZero();
    }

    @Test
    void files_without_labels_are_judged_and_not_measured() throws IOException {
        RigFiles.sound(folder.resolve("data/a.csv"), 1);

        JsonNode report = evaluate(DataSet.CSV, folder.resolve("data"));

        assertThat(report.path("metrics").has("f1")).isFalse();
        assertThat(report.path("baselines").isEmpty()).isTrue();
        assertThat(report.path("items").path(0).path("metrics").path("rows").asInt())
                .isEqualTo(455); // all but 35 %
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("No file has a column of labels");
    }

    @Test
    void alarms_on_skab_are_mostly_right() throws IOException {
        Path skab = data().resolve("skab");
        Assumptions.assumeTrue(
                Files.isDirectory(skab.resolve("valve1")),
                () -> "no SKAB in " + skab + ": set INDUSTRIALMIND_DATA to the folder that has skab/valve1/*.csv");

        JsonNode report = evaluate(DataSet.SKAB, skab);

        JsonNode metrics = report.path("metrics");
        assertThat(metrics.path("f1").asDouble())
                .isGreaterThan(
                        report.path("baselines").path("random").path("f1").asDouble());
        assertThat(metrics.path("precision").asDouble()).isGreaterThan(0.85); // measured 0.90; a coin gets 0.55
        assertThat(metrics.path("far").asDouble()).isLessThan(0.14); // the bar of the field
        assertThat(report.path("checks").path(0).path("ok").asBoolean()).isTrue();
    }

    private static Path data() {
        String told = System.getenv("INDUSTRIALMIND_DATA");
        return told == null ? Home.folder().resolve("../shared/data").normalize() : Path.of(told);
    }

    private JsonNode evaluate(DataSet set, Path from) throws IOException {
        Path out = folder.resolve("report.json");
        JudgingSettings settings = JudgingSettings.defaults().with(DetectorKind.PCA, 7);
        TrialPlan plan = new TrialPlan(set, from, Optional.empty(), Optional.empty(), settings);
        boolean held = new OfflineEvaluation(
                        plan, out, new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)))
                .run();
        assertThat(held).isTrue();
        return JSON.readTree(Files.readString(out));
    }
}
