package org.industrialmind.app.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.evaluation.DetectionMetrics;

/**
 * What came of all trials together: rows are pooled over the files, as the benchmark's board does it, so a long file counts
 * for more than a short one.
 */
public final class PooledResult {
    private static final DetectionMetrics.Points NONE = new DetectionMetrics.Points(0, 0, 0, 0);
    private static final double NANOS_A_MONTH = 30 * 86_400e9;

    private final List<TrialResult> all;
    private final List<TrialResult> labelled;
    private final JudgingSettings settings;

    public PooledResult(List<TrialResult> results, JudgingSettings settings) {
        this.all = List.copyOf(results);
        this.labelled = all.stream()
                .filter(result -> result.trial().recording().judged()
                        && result.trial().recording().labelled())
                .toList();
        this.settings = settings;
    }

    List<TrialResult> all() {
        return all;
    }

    /** Returns whether any file has labels to compare with. */
    boolean comparable() {
        return !labelled.isEmpty();
    }

    DetectionMetrics.Points points() {
        return pooled(TrialResult::points);
    }

    DetectionMetrics.Points points(TrivialJudge judge) {
        return pooled(
                result -> DetectionMetrics.points(result.trial().testLabels(), judge.alarms(result.trial(), settings)));
    }

    private DetectionMetrics.Points pooled(Function<TrialResult, DetectionMetrics.Points> of) {
        return labelled.stream().map(of).reduce(NONE, DetectionMetrics.Points::plus);
    }

    /** Returns the metrics of all labelled files by their names in reports; empty if there are none. */
    Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        if (comparable()) {
            metrics.putAll(pointMetrics(points()));
            metrics.put("auc_pr", averagePrecision());
            metrics.putAll(eventMetrics());
        }
        double onNormal = alarmTimeOnNormal();
        if (Double.isFinite(onNormal)) {
            metrics.put("alarm_time_on_normal", onNormal);
        }
        return metrics;
    }

    static Map<String, Double> pointMetrics(DetectionMetrics.Points points) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("f1", points.f1());
        metrics.put("far", points.falseAlarmRate());
        metrics.put("mar", points.missedAlarmRate());
        metrics.put("precision", points.precision());
        metrics.put("recall", points.recall());
        return metrics;
    }

    private Map<String, Double> eventMetrics() {
        double events = 0;
        double met = 0;
        double episodes = 0;
        double falseEpisodes = 0;
        double nanos = 0;
        List<Long> delays = new ArrayList<>();
        for (TrialResult result : labelled) {
            DetectionMetrics.Events outcome = result.events();
            events += result.trial().events().size();
            met += outcome.delaysNanos().size();
            episodes += result.episodes().size();
            falseEpisodes += result.falseEpisodes();
            nanos += result.trial().endNanos() - result.trial().testFromNanos();
            delays.addAll(outcome.delaysNanos());
        }
        double recall = events == 0 ? Double.NaN : met / events;
        double precision = episodes == 0 ? 0 : 1 - falseEpisodes / episodes;
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("event_recall", recall);
        metrics.put("event_precision", precision);
        metrics.put("event_f1", recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision));
        metrics.put("false_episodes", falseEpisodes);
        metrics.put("false_episodes_per_asset_month", falseEpisodes / (nanos / NANOS_A_MONTH));
        if (!delays.isEmpty()) {
            double[] seconds =
                    delays.stream().mapToDouble(nanosLate -> nanosLate / 1e9).toArray();
            metrics.put("delay_s_median", Quantiles.median(seconds));
        }
        return metrics;
    }

    private double averagePrecision() {
        double[] scores = labelled.stream()
                .flatMapToDouble(result -> Arrays.stream(result.scores().scores()))
                .toArray();
        boolean[] labels = new boolean[scores.length];
        int at = 0;
        boolean anything = false;
        for (TrialResult result : labelled) {
            for (boolean label : result.trial().testLabels()) {
                anything |= label;
                labels[at++] = label;
            }
        }
        return anything ? DetectionMetrics.averagePrecision(labels, scores) : Double.NaN;
    }

    /** Returns the share of alarmed rows in the recordings of sound machines, or NaN if there are none. */
    private double alarmTimeOnNormal() {
        Stream<TrialResult> sound =
                all.stream().filter(result -> !result.trial().recording().judged());
        DetectionMetrics.Points points = sound.map(TrialResult::points).reduce(NONE, DetectionMetrics.Points::plus);
        return points.equals(NONE) ? Double.NaN : points.falseAlarmRate();
    }

    /** Returns how many test rows no window has judged in time. */
    public int late() {
        return all.stream().mapToInt(result -> result.scores().late()).sum();
    }

    public int testRows() {
        return all.stream().mapToInt(result -> result.trial().testRows()).sum();
    }
}
