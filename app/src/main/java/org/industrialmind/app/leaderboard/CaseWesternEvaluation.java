package org.industrialmind.app.leaderboard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.industrialmind.app.evaluate.Fingerprint;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles.BearingRun;
import org.industrialmind.learning.vibration.publicdata.NormalOnly;
import org.industrialmind.learning.vibration.publicdata.UnseenSize;
import org.industrialmind.learning.vibration.publicdata.UnseenSize.Fold;

/**
 * Measures on the bearings of Case Western Reserve University how well ball, inner and outer race are told apart when the
 * size of the fault, and so the bearing, was never seen; beside it the split that nearly everybody publishes, which shows
 * nothing.
 */
final class CaseWesternEvaluation implements Evaluation {
    private static final String ACCURACY = "accuracy_unseen_size";
    private static final double NEEDED = 0.60;
    private static final String ROW = "  %-34s %s";

    private final BoardRequest request;
    private final Path from;
    private final Progress progress;

    CaseWesternEvaluation(BoardRequest request) {
        this.request = request;
        this.from = request.from();
        this.progress = request.progress();
    }

    @Override
    public boolean run() throws IOException {
        Report report = new Report("evaluate anomaly", Instant.now());
        List<BearingRun> runs = CaseWesternFiles.read(from);
        progress.say(
                "%d recordings read; a fault size is held out at a time, with all its bearings and loads", runs.size());
        describe(report, runs);
        UnseenSize protocol = new UnseenSize(runs);
        List<List<Fold>> bySeed = new ArrayList<>();
        for (long seed : request.seeds()) {
            report.seed(seed);
            bySeed.add(protocol.folds(seed));
            progress.say("seed %d: mean accuracy %.3f", seed, mean(bySeed.getLast()));
        }
        unseen(report, bySeed);
        beside(report, protocol);
        normalOnly(report, runs);
        progress.say("Report: %s", report.write(request.out(), Instant.now()));
        return report.allChecksHold();
    }

    private void describe(Report report, List<BearingRun> runs) {
        List<Path> files = Stream.concat(Stream.of("index.csv"), runs.stream().map(BearingRun::file))
                .map(from::resolve)
                .toList();
        report.data("name", "cwru")
                .data("files", runs.size())
                .data("sha256", Fingerprint.of(files))
                .data("split", "one fault size held out at a time, all loads; candidates chosen on the other sizes");
    }

    private void unseen(Report report, List<List<Fold>> bySeed) {
        double[] means =
                bySeed.stream().mapToDouble(CaseWesternEvaluation::mean).toArray();
        report.metric(ACCURACY, means);
        progress.line("");
        progress.line(ROW, "held-out size", "accuracy, mean of seeds; by fault; by load; chosen on the other sizes");
        for (int f = 0; f < bySeed.getFirst().size(); f++) {
            int fold = f;
            List<Fold> folds = bySeed.stream().map(seed -> seed.get(fold)).toList();
            Fold first = folds.getFirst();
            double[] accuracies = folds.stream().mapToDouble(Fold::accuracy).toArray();
            report.metric(ACCURACY + "_" + first.size(), accuracies);
            Map<String, Double> item = new TreeMap<>();
            item.put("accuracy", average(folds, Fold::accuracy));
            first.byFault()
                    .forEach((fault, one) -> item.put(
                            "recall_" + fault.name().toLowerCase(Locale.ROOT),
                            average(folds, other -> other.byFault().getOrDefault(fault, Double.NaN))));
            first.byLoad()
                    .forEach((load, one) -> item.put(
                            "accuracy_" + load + "hp",
                            average(folds, other -> other.byLoad().getOrDefault(load, Double.NaN))));
            report.item(first.size() + " mil", item);
            String chosen = folds.stream().map(Fold::chosen).distinct().collect(Collectors.joining(", "));
            progress.line(ROW, first.size() + " mil", shown(item) + "  " + chosen);
        }
        double mean = average(bySeed, CaseWesternEvaluation::mean);
        progress.line(ROW, "all sizes", String.format(Locale.ROOT, "%.3f", mean));
        report.check(ACCURACY, mean > NEEDED, mean, "> " + NEEDED);
    }

    private void beside(Report report, UnseenSize protocol) {
        List<Map<String, Double>> beside =
                request.seeds().stream().map(protocol::beside).toList();
        List<Map<String, Double>> leaky =
                request.seeds().stream().map(protocol::leaky).toList();
        progress.line("");
        progress.line(ROW, "beside it, size unseen", "accuracy (mean of seeds)");
        beside.getFirst().keySet().forEach(name -> {
            double accuracy = average(beside, one -> one.getOrDefault(name, Double.NaN));
            report.baseline(name, ACCURACY, accuracy);
            progress.line(ROW, name, String.format(Locale.ROOT, "%.3f", accuracy));
        });
        progress.line("");
        progress.line(ROW, "the trap: later part of each recording", "accuracy; says nothing of a new bearing");
        leaky.getFirst().keySet().forEach(name -> {
            double accuracy = average(leaky, one -> one.getOrDefault(name, Double.NaN));
            report.baseline(name, "accuracy_leaky_time_split", accuracy);
            progress.line(ROW, name, String.format(Locale.ROOT, "%.3f", accuracy));
        });
    }

    private void normalOnly(Report report, List<BearingRun> runs) {
        progress.line("");
        progress.line(ROW, "fault or not, learned on normal only", "detected; false alarms");
        normalOnly(report, "rate as filed", "normal_only", NormalOnly.asFiled(runs));
        normalOnly(report, "normal taken as 48 kHz", "normal_only_48khz", NormalOnly.thinnedOut(runs));
        progress.line(
                "  One normal recording of one bearing, perhaps at another rate: any difference is found, faults or"
                        + " not.");
        progress.line("");
    }

    private void normalOnly(Report report, String title, String metric, NormalOnly.Result result) {
        report.metric(metric + "_detected", result.detected()).metric(metric + "_false_alarms", result.falseAlarms());
        progress.line(
                ROW,
                title,
                String.format(
                        Locale.ROOT,
                        "%.3f; %.3f of %d blocks",
                        result.detected(),
                        result.falseAlarms(),
                        result.normalBlocks()));
    }

    private static String shown(Map<String, Double> item) {
        return item.entrySet().stream()
                .map(one -> String.format(Locale.ROOT, "%s %.3f", one.getKey(), one.getValue()))
                .collect(Collectors.joining("  "));
    }

    private static double mean(List<Fold> folds) {
        return average(folds, Fold::accuracy);
    }

    private static <T> double average(List<T> all, ToDoubleFunction<T> value) {
        return all.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}
