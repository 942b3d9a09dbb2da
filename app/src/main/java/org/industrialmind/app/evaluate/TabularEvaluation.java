package org.industrialmind.app.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;
import org.industrialmind.learning.tabular.publicdata.Comparison;
import org.industrialmind.learning.tabular.publicdata.PublicTable;
import org.industrialmind.learning.tabular.publicdata.Scored;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Measures the methods of a public table on the files given: on a test file, or where none is given by cross-validation
 * within the training file. The first method is the one that was chosen; the others stand beside it as baselines.
 *
 * @param test the file that is scored; empty for cross-validation
 * @param folds of cross-validation
 */
public record TabularEvaluation(
        PublicTable definition, Path train, Optional<Path> test, int folds, List<Long> seeds, Path out) {
    private static final List<String> SHOWN = List.of("accuracy", "auc", "pr_auc", "f1", "mcc", "brier", "fit_s");

    public TabularEvaluation {
        seeds = List.copyOf(seeds);
    }

    /** Measures, prints the table and writes the report. */
    public void run(Progress progress) throws IOException {
        Instant started = Instant.now();
        Table learned = definition.read(train);
        progress.say(
                "%s: %d rows, %d columns",
                train.getFileName(), learned.rows(), learned.columns().size());
        Comparison comparison = new Comparison(definition, seeds, progress::say);
        List<Scored> results = test.isPresent()
                ? comparison.onTest(learned, definition.read(test.get()))
                : comparison.crossValidated(learned, folds);
        print(results, progress);
        progress.say("report: %s", report(results, started).write(out, Instant.now()));
    }

    private void print(List<Scored> results, Progress progress) {
        String on = test.map(file -> "on " + file.getFileName())
                .orElse(folds + "-fold cross-validation of " + train.getFileName());
        progress.line("");
        progress.line("%s, %s, mean and deviation of %d seeds", definition.name(), on, seeds.size());
        progress.line(
                "%-30s%s",
                "",
                String.join(
                        "",
                        SHOWN.stream().map(name -> String.format("%15s", name)).toList()));
        for (Scored scored : results) {
            List<String> cells = new ArrayList<>();
            SHOWN.forEach(name -> cells.add(String.format("%15s", cell(scored.moments(name)))));
            progress.line("%-30s%s", scored.method().name(), String.join("", cells));
        }
        progress.line("");
    }

    private static String cell(Moments moments) {
        double deviation = moments.count() < 2 ? 0 : moments.deviation();
        return String.format(Locale.ROOT, "%.4f %.4f", moments.mean(), deviation);
    }

    private Report report(List<Scored> results, Instant started) throws IOException {
        Report report = new Report("evaluate tabular", started)
                .data("name", definition.name())
                .data("train", train.getFileName().toString())
                .data("train_sha256", Fingerprint.ofFile(train))
                .data("scored_on", test.isPresent() ? "test file" : folds + "-fold cross-validation");
        if (test.isPresent()) {
            report.data("test", test.get().getFileName().toString())
                    .data("test_sha256", Fingerprint.ofFile(test.get()));
        }
        seeds.forEach(report::seed);
        Scored chosen = results.getFirst();
        report.data("method", chosen.method().name());
        chosen.cards().getFirst().values().keySet().forEach(name -> report.metric(name, chosen.values(name)));
        for (Scored other : results.subList(1, results.size())) {
            other.cards()
                    .getFirst()
                    .values()
                    .keySet()
                    .forEach(name -> report.baseline(
                            other.method().name(), name, other.moments(name).mean()));
        }
        return report;
    }
}
