package org.industrialmind.foundations.series;

import java.util.Arrays;

/**
 * The times at which a series changes: the segmentation with the least cost, each change paying a penalty.
 *
 * <p>With F(t) the least cost of the first t values, F(t) = min over s of F(s) + C(s, t) + penalty, which is exact and
 * O(n^2). PELT [1] drops an s for good once F(s) + C(s, t) exceeds F(t): a change at t would have been better for all that
 * follows, since cutting a segment never makes it dearer. Still exact; O(n) where changes keep coming, O(n^2) at worst. An
 * s that is dropped at t still serves ends nearer to t than the least length.
 *
 * <ol>
 *   <li>Killick, Fearnhead and Eckley 2012, Optimal detection of changepoints with a linear computational cost, JASA
 *       107(500).
 * </ol>
 *
 * @param cost what a segment costs
 * @param penalty of a change, in the unit of the cost
 * @param least length of a segment
 */
public record ChangePoints(Cost cost, double penalty, int least) {
    /** What a segment costs. */
    public enum Cost {
        /** The sum of squares about its mean: changes of level. */
        MEAN,
        /** Twice the negative log-likelihood of normal values of its own mean and variance: changes of either. */
        MEAN_AND_VARIANCE
    }

    /** @throws IllegalArgumentException unless the penalty is positive and the least length 1 or more (2 for a variance) */
    public ChangePoints {
        if (!(penalty > 0) || least < (cost == Cost.MEAN ? 1 : 2)) {
            throw new IllegalArgumentException("change points with penalty " + penalty + " and segments of at least "
                    + least + ": expected a positive penalty and 1 value or more, 2 for a variance");
        }
    }

    /** Changes of level in normal noise: the penalty of Schwarz's criterion, 2 variance log n. */
    public static ChangePoints ofMean(double deviation, int length) {
        return new ChangePoints(Cost.MEAN, 2 * deviation * deviation * Math.log(Math.max(2, length)), 1);
    }

    /** Changes of level or spread: the penalty of Schwarz's criterion, 3 log n, segments of 5 or more. */
    public static ChangePoints ofMeanAndVariance(int length) {
        return new ChangePoints(Cost.MEAN_AND_VARIANCE, 3 * Math.log(Math.max(2, length)), 5);
    }

    /**
     * Returns the first position of each new segment, in order; none where nothing changes.
     *
     * @throws IllegalArgumentException if the series is shorter than a segment or lacks a value
     */
    public int[] of(double[] series) {
        Values.requireComplete(series, least, "change points of segments of at least " + least);
        int n = series.length;
        Segments segments = new Segments(series, cost);
        double[] best = new double[n + 1]; // F
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = -penalty;
        int[] last = new int[n + 1];
        int[] candidates = new int[n + 1];
        int[] dropped = new int[n + 1]; // the first end that an s no longer serves
        Arrays.fill(dropped, Integer.MAX_VALUE);
        int count = 0;
        for (int end = least; end <= n; end++) {
            candidates[count++] = end - least;
            for (int i = 0; i < count; i++) {
                int s = candidates[i];
                double sum = best[s] + segments.cost(s, end) + penalty;
                if (sum < best[end]) {
                    best[end] = sum;
                    last[end] = s;
                }
            }
            count = prune(segments, best, candidates, count, dropped, end);
        }
        return trace(last, n);
    }

    private int prune(Segments segments, double[] best, int[] candidates, int count, int[] dropped, int end) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int s = candidates[i];
            if (dropped[s] == Integer.MAX_VALUE && best[s] + segments.cost(s, end) > best[end]) {
                dropped[s] = end + least; // a segment that begins at this end is at least so long
            }
            if (dropped[s] > end + 1) {
                candidates[kept++] = s;
            }
        }
        return kept;
    }

    private static int[] trace(int[] last, int n) {
        int[] reversed = new int[n];
        int count = 0;
        for (int end = last[n]; end > 0; end = last[end]) {
            reversed[count++] = end;
        }
        int[] changes = new int[count];
        for (int i = 0; i < count; i++) {
            changes[i] = reversed[count - 1 - i];
        }
        return changes;
    }

    /** Costs of segments from running sums, taken about the mean so that the level costs no digits. */
    static final class Segments {
        private final Cost cost;
        private final double[] sums;
        private final double[] squares;
        private final double floor; // least variance: equal values must not cost minus infinity

        Segments(double[] series, Cost cost) {
            this.cost = cost;
            int n = series.length;
            double mean = Values.mean(series);
            sums = new double[n + 1];
            squares = new double[n + 1];
            for (int t = 0; t < n; t++) {
                double away = series[t] - mean;
                sums[t + 1] = sums[t] + away;
                squares[t + 1] = squares[t] + away * away;
            }
            double variance = squares[n] / n;
            floor = variance > 0 ? 1e-8 * variance : 1;
        }

        /** Returns the cost of the values from one position to before another. */
        double cost(int from, int to) {
            int n = to - from;
            double sum = sums[to] - sums[from];
            double about = Math.max(0, squares[to] - squares[from] - sum * sum / n);
            if (cost == Cost.MEAN) {
                return about;
            }
            double variance = Math.max(about / n, floor); // the best of the variances that are allowed
            return n * (Math.log(2 * Math.PI * variance)) + about / variance;
        }
    }
}
