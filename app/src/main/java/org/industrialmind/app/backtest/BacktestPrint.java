package org.industrialmind.app.backtest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.industrialmind.learning.backtest.ArmOrder;
import org.industrialmind.learning.backtest.BacktestReport;
import org.industrialmind.learning.backtest.BacktestReport.Outcome;
import org.industrialmind.learning.backtest.Changes;
import org.industrialmind.learning.backtest.KnownEvent;
import org.industrialmind.learning.backtest.ReplayedEpisode;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;

/** Shows a backtest as a table for people and as a report for programs. */
public final class BacktestPrint {
    private static final int MOST_SHOWN = 20; // of each kind of change; the report has all

    private final BacktestReport backtest;
    private final Changes changes;

    public BacktestPrint(BacktestReport backtest) {
        this.backtest = backtest;
        this.changes = backtest.changes();
    }

    public void to(Progress progress) {
        progress.line("");
        progress.line("%-28s %26s %26s", "", "now", "candidate");
        row(progress, "model", outcome -> outcome.model().toString().replaceFirst("^anomaly/", ""));
        progress.line(
                "%-28s %26s %26s",
                "rule", rule(backtest.order().now()), rule(backtest.order().candidate()));
        row(
                progress,
                "windows judged",
                outcome -> Long.toString(outcome.record().judged()));
        row(progress, "alarms", outcome -> Integer.toString(outcome.score().alarms()));
        row(
                progress,
                "alarms a day, whole fleet",
                outcome -> number(outcome.score().alarmsPerDay()));
        row(
                progress,
                "alarms a machine and month",
                outcome -> number(outcome.score().alarmsPerAssetMonth()));
        if (!backtest.events().isEmpty()) {
            row(
                    progress,
                    "known events told",
                    outcome ->
                            outcome.score().hits() + " of " + backtest.events().size());
            row(
                    progress,
                    "alarms of nothing known",
                    outcome -> Integer.toString(outcome.score().falseAlarms()));
            row(
                    progress,
                    "median delay, hours",
                    outcome -> hours(outcome.score().medianDelayHours()));
            row(progress, "median lead, hours", outcome -> hours(outcome.score().medianLeadHours()));
        }
        row(progress, "fingerprint", outcome -> outcome.record().fingerprint().substring(0, 12));
        progress.line("");
        progress.line(
                "%d alarms stay, %d would be added, %d would be gone.",
                changes.kept().size(), changes.added().size(), changes.removed().size());
        list(progress, "added", changes.added());
        list(progress, "gone", changes.removed());
        for (KnownEvent missed : backtest.candidate().score().missed()) {
            progress.line(
                    "  missed   %s  %-20s %s",
                    instant(missed.fromNanos()), missed.asset().value(), missed.what());
        }
        progress.line("");
    }

    private void row(Progress progress, String name, Function<Outcome, String> cell) {
        progress.line("%-28s %26s %26s", name, cell.apply(backtest.now()), cell.apply(backtest.candidate()));
    }

    private static void list(Progress progress, String word, List<ReplayedEpisode> episodes) {
        for (ReplayedEpisode episode : episodes.subList(0, Math.min(episodes.size(), MOST_SHOWN))) {
            progress.line(
                    "  %-8s %s  %-20s peak %.1f  %s",
                    word, instant(episode.raisedNanos()), episode.asset().value(), episode.peak(), episode.channel());
        }
        if (episodes.size() > MOST_SHOWN) {
            progress.line("  %-8s ... and %d more (in the report)", word, episodes.size() - MOST_SHOWN);
        }
    }

    private static String rule(ArmOrder arm) {
        return String.format(
                Locale.ROOT, "%d of %d, x%.2f", arm.rule().needed(), arm.rule().of(), arm.limitFactor());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String hours(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "-";
    }

    private static Instant instant(long nanos) {
        return Instant.EPOCH.plusNanos(nanos).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Notes everything in a report; the candidate's numbers are the metrics, today's a baseline named {@code now}. */
    public void into(Report report) {
        report.data("model", backtest.order().model())
                .data("assets", backtest.assets().size())
                .data("from", instant(backtest.order().fromNanos()).toString())
                .data("until", instant(backtest.order().untilNanos()).toString())
                .data(
                        "now",
                        backtest.now().model() + ", " + rule(backtest.order().now()))
                .data(
                        "candidate",
                        backtest.candidate().model() + ", "
                                + rule(backtest.order().candidate()))
                .data("fingerprint_now", backtest.now().record().fingerprint())
                .data("fingerprint_candidate", backtest.candidate().record().fingerprint());
        note(backtest.candidate(), report::metric);
        note(backtest.now(), (name, value) -> report.baseline("now", name, value));
        report.metric("alarms_kept", changes.kept().size())
                .metric("alarms_added", changes.added().size())
                .metric("alarms_removed", changes.removed().size());
        changes.added().forEach(episode -> report.item("added " + named(episode), Map.of("peak", episode.peak())));
        changes.removed().forEach(episode -> report.item("removed " + named(episode), Map.of("peak", episode.peak())));
    }

    private static String named(ReplayedEpisode episode) {
        return episode.asset() + " " + instant(episode.raisedNanos()) + " " + episode.channel();
    }

    @FunctionalInterface
    private interface Note {
        void take(String name, double value);
    }

    private void note(Outcome outcome, Note note) {
        note.take("windows_judged", (double) outcome.record().judged());
        note.take("alarms", outcome.score().alarms());
        note.take("alarms_per_day", outcome.score().alarmsPerDay());
        note.take("alarms_per_asset_month", outcome.score().alarmsPerAssetMonth());
        if (!backtest.events().isEmpty()) {
            note.take("hits", outcome.score().hits());
            note.take("misses", outcome.score().missed().size());
            note.take("false_alarms", outcome.score().falseAlarms());
            outcome.score().medianDelayHours().ifPresent(hours -> note.take("delay_h_median", hours));
            outcome.score().medianLeadHours().ifPresent(hours -> note.take("lead_h_median", hours));
        }
    }
}
