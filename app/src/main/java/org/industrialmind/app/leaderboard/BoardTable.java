package org.industrialmind.app.leaderboard;

import java.util.Locale;
import java.util.Map;
import org.industrialmind.foundations.statistics.Interval;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;
import org.jspecify.annotations.Nullable;

/** Puts a board before a person's eyes, no wider than 120 characters. */
final class BoardTable {
    private static final String ROW = "  %-18s %5s %6s %6s %6s %6s %8s %8s %8s %6s %6s %6s %7s";

    private final Progress progress;

    BoardTable(Progress progress) {
        this.progress = progress;
    }

    void heading() {
        progress.line("");
        progress.line(
                ROW,
                "",
                "F1",
                "FAR %",
                "MAR %",
                "ev rec",
                "ev pre",
                "false/mo",
                "delay",
                "p10",
                "VUS-PR",
                "AUC-PR",
                "affil.",
                "F1 orac");
    }

    void row(String judge, Map<String, Double> metrics) {
        progress.line(
                ROW,
                judge,
                fraction(metrics.get("f1")),
                percent(metrics.get("far")),
                percent(metrics.get("mar")),
                fraction(metrics.get("event_recall")),
                fraction(metrics.get("event_precision")),
                rounded(metrics.get("false_episodes_per_asset_month")),
                rounded(metrics.get("delay_s_median")),
                rounded(metrics.get("delay_s_p10")),
                fraction(metrics.get("vus_pr")),
                fraction(metrics.get("auc_pr")),
                fraction(metrics.get("affiliation_f1")),
                fraction(metrics.get("f1_oracle")));
    }

    /** Says what the figures above do not, and what others have published. */
    void notes(Board board, Map<String, Double> metrics, Map<String, Double> extra, Map<String, Interval> intervals) {
        progress.line("");
        progress.line(
                "  base rate %s; affiliation by chance %s; delays in seconds; F1 orac: best threshold on the labels,"
                        + " no promise",
                fraction(metrics.get("base_rate")), fraction(metrics.get("affiliation_f1_by_chance")));
        intervals.forEach((name, interval) -> progress.line(
                "  95 %% interval over series of %s: %.3f to %.3f", name, interval.low(), interval.high()));
        extra.forEach((name, value) -> progress.line("  %s: %.3f", name, value));
        board.published().forEach(figure -> progress.line("  published: %-48s %s", figure.method(), figure.figures()));
        board.notes().forEach(note -> progress.line("  %s", note));
    }

    void check(Report.Check check) {
        progress.line(
                "  %-7s %s: %s, needed %s",
                check.ok() ? "reached" : "MISSED", check.name(), check.measured(), check.needed());
    }

    private static String fraction(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.1f", 100 * value);
    }

    private static String rounded(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.0f", value);
    }
}
