package org.industrialmind.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark compares times only where all did the same: every program once, on few rows. */
class LearnerBenchmarkTest {
    private final LearnerTable table = LearnerTable.synthetic(1000, 9, 5);

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            architectures = "amd64",
            disabledReason = "the peer's native library is for Linux on x86-64")
    void programs_on_our_platform_learn_the_same_as_well() {
        LearnerReport report = LearnerBenchmark.compare(
                table,
                List.of(new OurLearners(), new XgboostLearners(), new TribuoLearners()),
                List.of(LearnerTask.values()),
                List.of(1),
                0);
        assertThat(report.json())
                .contains("\"task\": \"boosting fit\"", "\"task\": \"forest answer\"")
                .contains("\"ratio_to_xgboost\"", "\"ratio_to_tribuo\"");
        assertThat(report.table().lines()).hasSize(1 + 5 + 1 + 4);
        requireAsGood(new XgboostLearners(), LearnerTask.BOOSTING);
        requireAsGood(new TribuoLearners(), LearnerTask.TREE);
        requireAsGood(new TribuoLearners(), LearnerTask.LOGISTIC);
    }

    @Test
    void scikit_learn_learns_the_same_as_well() {
        assumeTrue(ScikitLearners.present(), "no scikit-learn here: Debian's python3-sklearn is compared with");
        LearnerProgram program = new ScikitLearners(Path.of("src/main/python/learners.py"));
        for (LearnerTask task : LearnerTask.values()) {
            requireAsGood(program, task);
        }
    }

    private void requireAsGood(LearnerProgram program, LearnerTask task) {
        LearnerTable asked = task.table(table, table.complete());
        double ours = new OurLearners().measure(task, asked, 1, 0).orElseThrow().quality();
        double theirs = program.measure(task, asked, 1, 0).orElseThrow().quality();
        double chance = task == LearnerTask.NUMBERS ? 0 : 0.5;
        assertThat(theirs).as(program.name() + " at " + task).isCloseTo(ours, within(0.2));
        assertThat(Math.min(ours, theirs)).isGreaterThan(chance + 0.05);
    }

    @Test
    void a_report_gives_our_time_over_each_peers() {
        LearnerReport report = new LearnerReport();
        report.add(LearnerTask.TREE, 2, "ours", new Measured(30, 40, 5, 6, 0.9));
        report.add(LearnerTask.TREE, 2, "peer", new Measured(20, 20, 10, 10, 0.8));
        assertThat(report.json())
                .contains("\"ratio_to_peer\": 1.500", "\"cpu_ratio_to_peer\": 2.000", "\"ratio_to_peer\": 0.500");
        assertThat(report.table()).contains("1.50", "0.8000 accuracy");
    }

    @Test
    void a_file_is_read_with_names_as_numbers_and_gaps_as_missing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, "1, red, no\n2, ?, yes\n?, blue, no\n4, red, yes\n5, blue, yes\n");
        LearnerTable read = LearnerTable.read(file);
        assertThat(read.trainRows).containsExactly(1, 0, 2, Double.NaN, Double.NaN, 1, 4, 0);
        assertThat(read.trainLabels).containsExactly(0, 1, 0, 1);
        assertThat(read.testRows).containsExactly(5, 1);
        assertThat(read.testLabels).containsExactly(1);
        assertThat(read.complete().trainRows[5]).isCloseTo(1.414, within(1e-3));
    }
}
