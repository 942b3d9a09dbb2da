package org.industrialmind.learning.leaderboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.industrialmind.foundations.metrics.PrecisionRecallCurve;
import org.industrialmind.foundations.statistics.Bootstrap;
import org.industrialmind.foundations.statistics.Interval;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.evaluation.DetectionMetrics;

/**
 * How one judge did on all series of a board.
 *
 * <p>Rows and events are pooled, so a long series counts for more than a short one; areas under curves and affiliation are
 * means over the series that have events, so each counts the same. What needs a threshold is at the judge's own, which was
 * set by normal rows; the two figures called oracle are at the threshold that is best on the labels, as published boards
 * have it, and are told for comparison alone.
 */
public final class BoardResult {
    private static final DetectionMetrics.Points NONE = new DetectionMetrics.Points(0, 0, 0, 0);
    private static final double NANOS_A_MONTH = 30 * 86_400e9;
    private static final List<String> WITH_INTERVAL = List.of("f1", "far", "event_f1", "vus_pr");
    private static final int DRAWS = 1000;

    private final List<SeriesResult> results;

    private BoardResult(List<SeriesResult> results) {
        this.results = List.copyOf(results);
    }

    /**
     * Lets a judge judge.
     *
     * @param after is told each series when it is done
     */
    public static BoardResult of(Judge judge, List<LabelledSeries> all, long seed, Runnable after) {
        return new BoardResult(all.stream()
                .map(series -> {
                    SeriesResult result = SeriesResult.of(series, judge.judge(series, seed));
                    after.run();
                    return result;
                })
                .toList());
    }

    /** Returns the result on the series of one group. */
    public BoardResult group(String group) {
        return new BoardResult(results.stream()
                .filter(result -> result.series().group().equals(group))
                .toList());
    }

    /** Returns the metrics by their names in reports; what cannot be measured, as for want of events, is absent. */
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        List<SeriesResult> eventful =
                results.stream().filter(result -> result.series().hasEvents()).toList();
        DetectionMetrics.Points points = points(results);
        metrics.put("far", points.falseAlarmRate());
        if (!eventful.isEmpty()) {
            metrics.put("f1", points.f1());
            metrics.put("mar", points.missedAlarmRate());
            metrics.put("precision", points.precision());
            metrics.put("recall", points.recall());
            eventful.getFirst().measures().keySet().stream()
                    .sorted()
                    .forEach(name -> metrics.put(name, mean(eventful, name)));
            metrics.put("f1_oracle", pooled(eventful).bestFScore(1));
            metrics.put("auc_pr_pooled", pooled(eventful).averagePrecision());
            metrics.put("event_recall", eventRecall());
            metrics.put("event_precision", eventPrecision());
            metrics.put("event_f1", eventF1());
            delays(metrics);
        }
        metrics.put("false_episodes", sum(SeriesResult::falseEpisodes));
        metrics.put("false_episodes_per_asset_month", sum(SeriesResult::falseEpisodes) / months());
        List<SeriesResult> sound =
                results.stream().filter(result -> !result.series().hasEvents()).toList();
        if (!sound.isEmpty()) {
            metrics.put("alarm_time_on_normal", points(sound).falseAlarmRate());
        }
        metrics.values().removeIf(value -> !Double.isFinite(value));
        return metrics;
    }

    /** Returns the metrics of each series by its name. */
    public Map<String, Map<String, Double>> bySeries() {
        Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
        results.forEach(result -> metrics.put(result.series().name(), result.metrics()));
        return metrics;
    }

    /**
     * Returns the 95 % intervals of the main metrics, by name: what other series of the same kind might have given. The
     * series are drawn anew, not their rows, which hang together.
     */
    public Map<String, Interval> intervals(long seed) {
        Map<String, Interval> intervals = new LinkedHashMap<>();
        if (results.size() < 2) {
            return intervals;
        }
        double[] numbers = IntStream.range(0, results.size()).asDoubleStream().toArray();
        Bootstrap bootstrap = new Bootstrap(DRAWS, 0.95);
        for (String name : WITH_INTERVAL) {
            ToDoubleFunction<double[]> statistic = drawn -> redrawn(drawn).figure(name);
            if (Double.isFinite(statistic.applyAsDouble(numbers))) {
                intervals.put(name, bootstrap.percentile(numbers, statistic, seed));
            }
        }
        return intervals;
    }

    private BoardResult redrawn(double[] numbers) {
        return new BoardResult(IntStream.range(0, numbers.length)
                .mapToObj(i -> results.get((int) numbers[i]))
                .toList());
    }

    /** Returns one of the metrics that have intervals; 0 where a draw has no event, as the judge then found none. */
    private double figure(String name) {
        return switch (name) {
            case "f1" -> points(results).f1();
            case "far" -> points(results).falseAlarmRate();
            case "event_f1" -> eventF1();
            case "vus_pr" -> {
                double mean = mean(
                        results.stream()
                                .filter(result -> result.measures().containsKey(name))
                                .toList(),
                        name);
                yield Double.isFinite(mean) ? mean : 0;
            }
            default -> throw new IllegalArgumentException("there is no interval of " + name);
        };
    }

    List<SeriesResult> results() {
        return results;
    }

    private static DetectionMetrics.Points points(List<SeriesResult> of) {
        return of.stream().map(SeriesResult::points).reduce(NONE, DetectionMetrics.Points::plus);
    }

    private static double mean(List<SeriesResult> of, String name) {
        return of.stream()
                .filter(result -> result.measures().containsKey(name))
                .mapToDouble(result -> result.measures().get(name))
                .average()
                .orElse(Double.NaN);
    }

    private double sum(ToDoubleFunction<SeriesResult> of) {
        return results.stream().mapToDouble(of).sum();
    }

    private double months() {
        return sum(SeriesResult::nanos) / NANOS_A_MONTH;
    }

    private double eventRecall() {
        double met = sum(result -> result.events().delaysNanos().size());
        double events = sum(SeriesResult::labelledEvents);
        return events == 0 ? 0 : met / events;
    }

    private double eventPrecision() {
        double episodes = sum(SeriesResult::episodes);
        return episodes == 0 ? 0 : 1 - sum(SeriesResult::falseEpisodes) / episodes;
    }

    private double eventF1() {
        double recall = eventRecall();
        double precision = eventPrecision();
        return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
    }

    private void delays(Map<String, Double> metrics) {
        double[] seconds = results.stream()
                .flatMap(result -> result.events().delaysNanos().stream())
                .mapToDouble(nanos -> nanos / 1e9)
                .toArray();
        if (seconds.length > 0) {
            metrics.put("delay_s_median", Quantiles.median(seconds));
            metrics.put("delay_s_p10", Quantiles.quantile(seconds, 0.1));
        }
    }

    private static PrecisionRecallCurve pooled(List<SeriesResult> of) {
        int rows = of.stream().mapToInt(result -> result.series().test().rows()).sum();
        boolean[] abnormal = new boolean[rows];
        double[] margins = new double[rows];
        int at = 0;
        for (SeriesResult result : of) {
            double[] own = result.judgement().margins();
            System.arraycopy(result.series().abnormal(), 0, abnormal, at, own.length);
            System.arraycopy(own, 0, margins, at, own.length);
            at += own.length;
        }
        return PrecisionRecallCurve.of(abnormal, margins);
    }
}
