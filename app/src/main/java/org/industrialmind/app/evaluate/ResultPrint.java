package org.industrialmind.app.evaluate;

import java.util.Locale;
import java.util.Map;
import org.industrialmind.learning.evaluation.DetectionMetrics;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;

/** Puts a result into a report and before a person's eyes. */
public final class ResultPrint {
    private static final String ROW = "  %-32s %6s %6s %6s %6s %6s %9s %9s";

    private final PooledResult result;

    public ResultPrint(PooledResult result) {
        this.result = result;
    }

    /** Fills metrics, baselines, items, and the check that every row was judged. */
    public void into(Report report) {
        result.metrics().forEach(report::metric);
        if (result.comparable()) {
            for (TrivialJudge judge : TrivialJudge.values()) {
                PooledResult.pointMetrics(result.points(judge))
                        .forEach((name, value) -> report.baseline(judge.code(), name, value));
            }
        }
        result.all().forEach(one -> report.item(one.trial().recording().name(), one.metrics()));
        report.check(
                "every test row assessed",
                result.late() == 0,
                result.testRows() - result.late(),
                result.testRows() + " rows, each within a stride");
    }

    /** Prints files as rows, then all files beside the trivial judges. */
    public void to(Progress progress, String detector) {
        progress.line("");
        progress.line(ROW, "file", "F1", "FAR %", "MAR %", "prec.", "recall", "episodes", "delay s");
        for (TrialResult one : result.all()) {
            Map<String, Double> metrics = one.metrics();
            progress.line(
                    ROW,
                    one.trial().recording().name(),
                    fraction(metrics.get("f1")),
                    percent(metrics.getOrDefault("far", metrics.get("alarm_time_on_normal"))),
                    percent(metrics.get("mar")),
                    fraction(metrics.get("precision")),
                    fraction(metrics.get("recall")),
                    Integer.toString(one.episodes().size()),
                    seconds(metrics.get("delay_s_median")));
        }
        if (!result.comparable()) {
            progress.line("  No file has a column of labels, so there is nothing to compare with.");
            return;
        }
        progress.line("");
        Map<String, Double> pooled = result.metrics();
        print(progress, "all labelled files: " + detector, result.points(), seconds(pooled.get("delay_s_median")));
        for (TrivialJudge judge : TrivialJudge.values()) {
            print(progress, "  beside it: " + judge.code(), result.points(judge), "");
        }
    }

    private static void print(Progress progress, String name, DetectionMetrics.Points points, String delay) {
        progress.line(
                ROW,
                name,
                fraction(points.f1()),
                percent(points.falseAlarmRate()),
                percent(points.missedAlarmRate()),
                fraction(points.precision()),
                fraction(points.recall()),
                "",
                delay);
    }

    private static String fraction(@org.jspecify.annotations.Nullable Double value) {
        return value == null || value.isNaN() ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(@org.jspecify.annotations.Nullable Double value) {
        return value == null || value.isNaN() ? "-" : String.format(Locale.ROOT, "%.1f", 100 * value);
    }

    private static String seconds(@org.jspecify.annotations.Nullable Double value) {
        return value == null || value.isNaN() ? "-" : String.format(Locale.ROOT, "%.0f", value);
    }
}
