package org.industrialmind.learning.leaderboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.foundations.metrics.Affiliation;
import org.industrialmind.foundations.metrics.PrecisionRecallCurve;
import org.industrialmind.foundations.metrics.VolumeUnderSurface;
import org.industrialmind.learning.evaluation.DetectionMetrics;

/**
 * How one judge did on one series.
 *
 * @param points the rows at the judge's own limit
 * @param events the labelled stretches and the episodes that were alarmed
 * @param falseEpisodes episodes that met no labelled stretch
 * @param measures what has no sum over series, by its name in reports: areas under curves, affiliation; empty where no row
 *     is abnormal, for then none of them is defined
 */
record SeriesResult(
        LabelledSeries series,
        Judgement judgement,
        DetectionMetrics.Points points,
        DetectionMetrics.Events events,
        int labelledEvents,
        int episodes,
        int falseEpisodes,
        Map<String, Double> measures) {

    SeriesResult {
        measures = Map.copyOf(measures);
    }

    /** Judges the judge. */
    static SeriesResult of(LabelledSeries series, Judgement judgement) {
        boolean[] abnormal = series.abnormal();
        boolean[] alarms = judgement.alarms();
        List<DetectionMetrics.Span> truth = Runs.of(abnormal, 0, series.period());
        List<DetectionMetrics.Span> episodes = Runs.of(alarms, Runs.QUIET_ROWS, series.period());
        DetectionMetrics.Events events = DetectionMetrics.events(truth, episodes);
        long right = Math.round(events.precision() * episodes.size());
        return new SeriesResult(
                series,
                judgement,
                DetectionMetrics.points(abnormal, alarms),
                events,
                truth.size(),
                episodes.size(),
                (int) (episodes.size() - right),
                series.hasEvents() ? measures(series, judgement, alarms) : Map.of());
    }

    private static Map<String, Double> measures(LabelledSeries series, Judgement judgement, boolean[] alarms) {
        boolean[] abnormal = series.abnormal();
        double[] scores = judgement.scores();
        Map<String, Double> measures = new LinkedHashMap<>();
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(abnormal, scores);
        measures.put("auc_pr", curve.averagePrecision());
        measures.put("f1_oracle_per_series", curve.bestFScore(1));
        int rows = abnormal.length;
        double abnormalRows = DetectionMetrics.points(abnormal, abnormal).hits();
        measures.put("base_rate", abnormalRows / rows);
        if (abnormalRows < rows) {
            int width = Math.min(Period.of(series), rows / 4);
            measures.put(
                    "vus_pr", VolumeUnderSurface.of(abnormal, scores, width).precisionRecall());
        }
        Affiliation affiliation = Affiliation.of(abnormal, alarms);
        measures.put("affiliation_precision", affiliation.precision());
        measures.put("affiliation_recall", affiliation.recall());
        measures.put("affiliation_f1", affiliation.f1());
        measures.put(
                "affiliation_f1_by_chance",
                Affiliation.of(abnormal, scattered(alarms)).f1());
        return measures;
    }

    /** Returns as many alarmed rows as there are, thrown about at random: what affiliation gives for no knowledge. */
    private static boolean[] scattered(boolean[] alarms) {
        SplittableRandom random = new SplittableRandom(alarms.length);
        boolean[] scattered = alarms.clone();
        for (int last = scattered.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            boolean moved = scattered[last];
            scattered[last] = scattered[other];
            scattered[other] = moved;
        }
        return scattered;
    }

    /** Returns the test rows as a time, in nanoseconds. */
    double nanos() {
        return (double) series.test().rows() * series.period().toNanos();
    }

    /** Returns the metrics of the series by their names in reports. */
    Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        if (series.hasEvents()) {
            metrics.put("f1", points.f1());
            metrics.put("mar", points.missedAlarmRate());
            metrics.put("precision", points.precision());
            metrics.put("recall", points.recall());
            metrics.put("event_recall", events.recall());
            metrics.put("delay_s_median", events.medianDelayNanos().orElse(Double.NaN) / 1e9);
            metrics.putAll(measures);
        }
        metrics.put("far", points.falseAlarmRate());
        metrics.put("episodes", (double) episodes);
        metrics.put("false_episodes", (double) falseEpisodes);
        metrics.put("rows", (double) series.test().rows());
        return metrics;
    }
}
