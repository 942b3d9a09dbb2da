package org.industrialmind.app.evaluate.plant;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.foundations.statistics.Bootstrap;
import org.industrialmind.foundations.statistics.Interval;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.learning.novelty.Pca;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;
import org.industrialmind.simulator.plant.Scenario;

/**
 * Tries a detector, and what is to be beaten, on simulated plants whose faults are known, one plant for each seed.
 *
 * <p>Everything happens in this process and without a server. Models learn from the quiet history alone; limits come from
 * its last part; labels are looked at when all episodes have been told. Machines, not windows, are what intervals are drawn
 * over: the windows of one machine resemble each other.
 */
public final class PlantEvaluation {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final String ROW = "  %-18s %6s %7s %6s %10s %9s %8s %7s %7s %9s";

    private final List<Long> seeds;
    private final DetectorKind kind;
    private final Path out;
    private final Progress progress;

    public PlantEvaluation(List<Long> seeds, DetectorKind kind, Path out, Progress progress) {
        this.seeds = List.copyOf(seeds);
        this.kind = kind;
        this.out = out;
        this.progress = progress;
    }

    /** Runs, writes the report, and returns whether the detector keeps what is promised of it. */
    public boolean run() throws IOException {
        Report report = new Report("evaluate anomaly", Instant.now());
        Map<String, List<Tally>> tallies = new LinkedHashMap<>();
        Map<Long, Tally> bySeed = new LinkedHashMap<>();
        for (long seed : seeds) {
            report.seed(seed);
            progress.say("Plant %d: simulating 40 machines for 12 days ...", seed);
            PlantTrial trial = new PlantTrial(PlantLog.record(Scenario.judging(seed, START)));
            schools().forEach((name, school) -> {
                List<Tally> machines = trial.run(school);
                tallies.computeIfAbsent(name, key -> new ArrayList<>()).addAll(machines);
                Tally all = Tally.sum(machines);
                if (name.equals(kind.code())) {
                    bySeed.put(seed, all);
                }
                progress.say(
                        "Plant %d: %s found %.0f of %.0f faults, %.1f false episodes per machine and month",
                        seed,
                        name,
                        all.of(Tally.Count.FOUND),
                        all.of(Tally.Count.FAULTS),
                        all.falseEpisodesPerAssetMonth());
            });
        }
        describe(report);
        Map<String, Tally> sums = new LinkedHashMap<>();
        tallies.forEach((name, machines) -> sums.put(name, Tally.sum(machines)));
        write(report, sums, bySeed, tallies.getOrDefault(kind.code(), List.of()));
        print(sums);
        Path file = report.write(out, Instant.now());
        progress.say("Report: %s", file);
        return report.allChecksHold();
    }

    /** The detector, and beside it the principal components of plain windows and the judges that know nothing. */
    private Map<String, Judge.School> schools() {
        Map<String, Judge.School> schools = new LinkedHashMap<>();
        schools.put(
                kind.code(),
                (normal, seed) -> Judge.of(kind.trainer(InstantSource.system()).train(normal, seed)));
        schools.put(
                "pca_alone",
                (normal, seed) -> new NoveltyTrainer(Pca.defaults(), NoveltySettings.defaults(), InstantSource.system())
                        .train(normal, seed)::judge);
        for (TrivialSchool school : TrivialSchool.values()) {
            schools.put(school.name().toLowerCase(Locale.ROOT), school);
        }
        return schools;
    }

    private void describe(Report report) {
        report.data("name", "plant")
                .data("subset", "judging")
                .data("machines", 40)
                .data("history_days", 4)
                .data("live_days", 8)
                .data("period_s", PlantLog.PERIOD_SECONDS)
                .data("detector", kind.code())
                .data("window_rows", PlantTrial.WINDOW_ROWS)
                .data("stride_rows", PlantTrial.STRIDE_ROWS);
    }

    private void write(Report report, Map<String, Tally> sums, Map<Long, Tally> bySeed, List<Tally> machines) {
        sums.forEach((name, tally) -> {
            if (!name.equals(kind.code())) {
                tally.metrics().forEach((metric, value) -> report.baseline(name, metric, value));
            }
        });
        Tally ours = Tally.sum(machines);
        for (String metric : ours.metrics().keySet()) {
            report.metric(
                    metric,
                    bySeed.values().stream()
                            .mapToDouble(tally -> tally.metrics().getOrDefault(metric, Double.NaN))
                            .filter(Double::isFinite)
                            .toArray());
        }
        interval(report, "event_f1", machines, Tally::f1);
        interval(report, "event_recall", machines, Tally::recall);
        interval(report, "false_episodes_per_asset_month", machines, Tally::falseEpisodesPerAssetMonth);
        bySeed.forEach((seed, tally) -> report.item("seed " + seed, tally.metrics()));
        ours.recallByLevel()
                .forEach((level, recall) -> report.item("recall at severity " + level, Map.of("recall", recall)));
        Map<String, Double> all = ours.metrics();
        report.check("episode F1", ours.f1() > 0.90, ours.f1(), "> 0.90 over all seeds");
        double wrong = ours.falseEpisodesPerAssetMonth();
        report.check("false episodes per machine and month", wrong <= 1, wrong, "<= 1 over all seeds");
        double foremost = all.getOrDefault("top3_contribution", Double.NaN);
        report.check("contributing sensor in top 3", foremost >= 0.90, foremost, ">= 0.90 of the faults found");
        double split = all.getOrDefault("sensor_process_split", Double.NaN);
        report.check("sensor told from machine at five sigma", split >= 0.95, split, ">= 0.95 of what was told");
    }

    /** Notes the 90 % bootstrap interval over machines. */
    private static void interval(Report report, String name, List<Tally> machines, ToDoubleFunction<Tally> metric) {
        double[] positions = new double[machines.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
        }
        Interval interval = new Bootstrap(500, 0.90)
                .percentile(
                        positions,
                        drawn -> {
                            List<Tally> sample = new ArrayList<>();
                            for (double position : drawn) {
                                sample.add(machines.get((int) position));
                            }
                            return metric.applyAsDouble(Tally.sum(sample));
                        },
                        1);
        report.metric(name + "_p05", interval.low()).metric(name + "_p95", interval.high());
    }

    private void print(Map<String, Tally> sums) {
        progress.line("");
        progress.line(
                ROW,
                "detector",
                "F1",
                "recall",
                "prec.",
                "incipient",
                "false/mth",
                "delay s",
                "top 3",
                "split",
                "alarm %");
        sums.forEach((name, tally) -> {
            Map<String, Double> metrics = tally.metrics();
            progress.line(
                    ROW,
                    name,
                    number("%.3f", metrics.get("event_f1")),
                    number("%.3f", metrics.get("event_recall")),
                    number("%.3f", metrics.get("event_precision")),
                    number("%.3f", metrics.get("event_recall_incipient")),
                    number("%.2f", metrics.get("false_episodes_per_asset_month")),
                    number("%.0f", metrics.get("delay_s_median")),
                    number("%.3f", metrics.get("top3_contribution")),
                    number("%.3f", metrics.get("sensor_process_split")),
                    number("%.2f", 100 * metrics.getOrDefault("alarm_time_on_normal", Double.NaN)));
        });
        Tally ours = sums.getOrDefault(kind.code(), new Tally());
        progress.line("");
        ours.recallByLevel().forEach((level, recall) -> progress.line("  recall at severity %s: %.2f", level, recall));
    }

    private static String number(String format, @org.jspecify.annotations.Nullable Double value) {
        return value == null || value.isNaN() ? "-" : String.format(Locale.ROOT, format, value);
    }
}
