package org.industrialmind.learning.anomaly;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.foundations.statistics.Quantiles;

/** Works out {@link Limits}; the method is told there. */
final class LimitCalibration {
    static final double THRESHOLD = 0.95;
    static final int PRIOR_CLUSTERS = 5;
    static final int FEWEST = 10;

    private static final double MONTH_NANOS = Duration.ofDays(30).toNanos();
    private static final double USUAL_EXCESS = 0.1; // of the threshold, where no cluster of the class is above its own

    private static final Comparator<Limits.Key> ORDER =
            Comparator.comparing(Limits.Key::asset).thenComparingInt(Limits.Key::regime);

    private LimitCalibration() {}

    /**
     * What the scores of one machine in one regime say about their upper tail.
     *
     * @param threshold u
     * @param clusters how many clusters exceed it
     * @param excess sum of the clusters' peaks above the threshold
     * @param largest the largest level reached
     * @param months time calibrated
     */
    private record Tail(double threshold, int clusters, double excess, double largest, double months) {
        double limit(double relativeExcess, FalseAlarmBudget budget) {
            double mean = (excess + PRIOR_CLUSTERS * relativeExcess * threshold) / (clusters + PRIOR_CLUSTERS);
            double ratio = Math.max(1, clusters) / months / budget.episodesPerAssetMonth();
            double limit = threshold + mean * Math.log(Math.max(1, ratio));
            boolean unspent = months * budget.episodesPerAssetMonth() < 1;
            return Math.max(unspent ? Math.max(limit, largest) : limit, Double.MIN_NORMAL);
        }
    }

    static Limits of(Map<Limits.Key, List<CalibrationScore>> grouped, FalseAlarmBudget budget) {
        Map<Limits.Key, Tail> tails = new TreeMap<>(ORDER);
        boolean few = grouped.values().stream().allMatch(scores -> scores.size() < FEWEST);
        grouped.forEach((key, scores) -> {
            if (few || scores.size() >= FEWEST) {
                tails.put(key, tail(scores, budget));
            }
        });
        double relativeExcess = relativeExcess(tails.values());
        Map<Limits.Key, Double> limits = new TreeMap<>(ORDER);
        tails.forEach((key, tail) -> limits.put(key, tail.limit(relativeExcess, budget)));
        double largest =
                limits.values().stream().mapToDouble(limit -> limit).max().orElseThrow();
        return new Limits(limits, largest);
    }

    private static double relativeExcess(Iterable<Tail> tails) {
        double excess = 0;
        int clusters = 0;
        for (Tail tail : tails) {
            excess += tail.threshold() > 0 ? tail.excess() / tail.threshold() : 0;
            clusters += tail.threshold() > 0 ? tail.clusters() : 0;
        }
        return clusters == 0 || excess == 0 ? USUAL_EXCESS : excess / clusters;
    }

    private static Tail tail(List<CalibrationScore> scores, FalseAlarmBudget budget) {
        double[] levels = levels(scores, budget);
        double threshold = Quantiles.quantile(levels, THRESHOLD);
        int gap = 2 * budget.of();
        int clusters = 0;
        double excess = 0;
        double peak = 0;
        int below = gap;
        for (double level : levels) {
            if (level > threshold) {
                if (below >= gap) {
                    clusters++;
                    excess += peak;
                    peak = 0;
                }
                peak = Math.max(peak, level - threshold);
                below = 0;
            } else {
                below++;
            }
        }
        double largest = Arrays.stream(levels).max().orElseThrow();
        return new Tail(threshold, clusters, excess + peak, largest, scores.size() * stride(scores) / MONTH_NANOS);
    }

    /** Returns, after each window, the largest level that enough of the last windows have reached. */
    private static double[] levels(List<CalibrationScore> scores, FalseAlarmBudget budget) {
        int start = Math.min(budget.needed(), scores.size()) - 1;
        double[] levels = new double[scores.size() - start];
        for (int i = start; i < scores.size(); i++) {
            double[] last = scores.subList(Math.max(0, i + 1 - budget.of()), i + 1).stream()
                    .mapToDouble(CalibrationScore::score)
                    .sorted()
                    .toArray();
            levels[i - start] = last[Math.max(0, last.length - budget.needed())];
        }
        return levels;
    }

    /** Returns the usual time from one window to the next, in nanoseconds. */
    private static double stride(List<CalibrationScore> scores) {
        double[] steps = new double[scores.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = scores.get(i + 1).windowEndNanos() - scores.get(i).windowEndNanos();
        }
        double usual = steps.length == 0 ? 0 : Quantiles.median(steps);
        return usual > 0 ? usual : 1e9; // a single window: as if one a second, which errs to the quiet side
    }
}
