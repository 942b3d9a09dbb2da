package org.industrialmind.app.leaderboard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.industrialmind.app.evaluate.Fingerprint;
import org.industrialmind.learning.leaderboard.BoardResult;
import org.industrialmind.learning.leaderboard.LabelledSeries;
import org.industrialmind.learning.leaderboard.NaiveJudge;
import org.industrialmind.learning.leaderboard.Selection;
import org.industrialmind.learning.leaderboard.Watch;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;

/**
 * Measures on a board: chooses a watch on normal rows, lets it and those who know nothing judge the test rows, and
 * reports.
 *
 * <p>Each seed chooses for itself, with made-up faults of its own, so the spread over seeds tells how much of a figure is
 * the luck of that choice.
 */
final class BoardEvaluation implements Evaluation {
    private final Board board;
    private final BoardRequest request;
    private final Progress progress;
    private final List<Watch> candidates;

    BoardEvaluation(Board board, BoardRequest request) {
        this(board, request, request.wide() ? Candidates.wide() : Candidates.few(board.habituation()));
    }

    /** @param candidates that the watch is chosen from */
    BoardEvaluation(Board board, BoardRequest request, List<Watch> candidates) {
        this.candidates = List.copyOf(candidates);
        this.board = board;
        this.request = request;
        this.progress = request.progress();
    }

    @Override
    public boolean run() throws IOException {
        Report report = new Report("evaluate anomaly", Instant.now());
        List<Path> files = board.files(request.from());
        List<LabelledSeries> all = board.read(request.from());
        report.data("name", board.code())
                .data("files", files.size())
                .data("series", all.size())
                .data("sha256", Fingerprint.of(files))
                .data("split", board.split());
        progress.say("%s: %d series; %s", board.code(), all.size(), board.split());
        BoardTable table = new BoardTable(progress);
        List<BoardResult> results = chosen(all, report);
        table.heading();
        BoardResult first = results.getFirst();
        table.row("chosen watch", metrics(first));
        for (String group : board.groups()) {
            table.row("  on " + group, first.group(group).metrics());
        }
        for (NaiveJudge judge : NaiveJudge.values()) {
            Map<String, Double> metrics =
                    metrics(BoardResult.of(judge, all, request.seeds().getFirst(), () -> {}));
            metrics.forEach((name, value) -> report.baseline(judge.title(), name, value));
            table.row("  " + judge.title(), metrics);
        }
        describe(results, report);
        table.notes(
                board,
                first.metrics(),
                board.extra(first),
                first.intervals(request.seeds().getFirst()));
        checks(report, table);
        progress.say("Report: %s", report.write(request.out(), Instant.now()));
        return report.allChecksHold();
    }

    private List<BoardResult> chosen(List<LabelledSeries> all, Report report) {
        List<LabelledSeries> practice = board.practice(request.from(), all);
        List<Selection.Trial> best =
                new Selection(board.falseAlarmShare(), request.wide()).best(candidates, practice, request.seeds());
        List<BoardResult> results = new ArrayList<>();
        Map<Watch, BoardResult> judged = new HashMap<>(); // of those that draw nothing: the same for every seed
        List<String> watches = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            long seed = request.seeds().get(i);
            Selection.Trial trial = best.get(i);
            String watch = String.format(
                    Locale.ROOT,
                    "%s, limit %.1f",
                    trial.watch().title(),
                    trial.watch().deviations());
            progress.say(
                    "Seed %d chooses %s: F1 %.2f on made-up faults, finds %.1f %%, alarms %.2f %% of sound rows",
                    seed, watch, trial.f1(), 100 * trial.found(), 100 * trial.alarmTime());
            report.seed(seed);
            watches.add(watch);
            results.add(
                    trial.watch().draws()
                            ? BoardResult.of(trial.watch(), all, seed, () -> {})
                            : judged.computeIfAbsent(
                                    trial.watch(), chosen -> BoardResult.of(chosen, all, seed, () -> {})));
        }
        report.data("watches", watches);
        return results;
    }

    private Map<String, Double> metrics(BoardResult result) {
        Map<String, Double> metrics = result.metrics();
        metrics.putAll(board.extra(result));
        for (String group : board.groups()) {
            result.group(group)
                    .metrics()
                    .forEach((name, value) -> metrics.put(name + "_" + group.toLowerCase(Locale.ROOT), value));
        }
        return metrics;
    }

    private void describe(List<BoardResult> results, Report report) {
        List<Map<String, Double>> bySeed = results.stream().map(this::metrics).toList();
        Set<String> names = new TreeSet<>(bySeed.getFirst().keySet());
        bySeed.forEach(metrics -> names.retainAll(metrics.keySet()));
        for (String name : names) {
            report.metric(
                    name,
                    bySeed.stream().mapToDouble(metrics -> metrics.get(name)).toArray());
        }
        BoardResult first = results.getFirst();
        first.intervals(request.seeds().getFirst())
                .forEach((name, interval) ->
                        report.metric(name + "_low_95", interval.low()).metric(name + "_high_95", interval.high()));
        first.bySeries().forEach(report::item);
        for (Bar bar : board.bars()) {
            double mean = bySeed.stream()
                    .mapToDouble(metrics -> metrics.getOrDefault(bar.metric(), Double.NaN))
                    .average()
                    .orElse(Double.NaN);
            if (Double.isFinite(mean)) {
                report.check(bar.metric(), bar.reachedBy(mean), mean, bar.needed());
            }
        }
    }

    private static void checks(Report report, BoardTable table) {
        report.checks().forEach(table::check);
    }
}
