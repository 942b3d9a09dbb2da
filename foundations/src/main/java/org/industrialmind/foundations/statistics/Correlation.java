package org.industrialmind.foundations.statistics;

/**
 * How far two numbers go together, in [-1, 1].
 *
 * <p>Pearson's coefficient knows straight lines only and falls to one outlier; Spearman's is Pearson's of the ranks and knows
 * any rising curve; Kendall's tau-b is the share of pairs in order less that out of order, ties accounted for, with the
 * most robust p value. None says what causes what.
 *
 * <p>Complexity: O(n) for Pearson, O(n log n) for the others, Kendall's by counting swaps of a merge sort [2].
 *
 * <ol>
 *   <li>Kendall 1970, Rank Correlation Methods, 4th ed.
 *   <li>Knight 1966, A computer method for calculating Kendall's tau with ungrouped data, JASA 61(314).
 * </ol>
 *
 * @param coefficient in [-1, 1]
 * @param pValue two-sided probability of such a coefficient where the two are independent: by Student's t for Pearson and
 *     Spearman, by the normal limit for Kendall
 * @param pairs how many there were
 */
public record Correlation(double coefficient, double pValue, int pairs) {
    /** @throws IllegalArgumentException if there are fewer than 3 pairs, a value is not finite, or one side is constant */
    public static Correlation pearson(double[] x, double[] y) {
        requirePairs(x, y);
        double meanX = Moments.of(x).mean();
        double meanY = Moments.of(y).mean();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        if (!Double.isFinite(xx) || !Double.isFinite(yy)) {
            throw new IllegalArgumentException(
                    "the squares of the values are too large for a double: scale them first");
        }
        double r = Math.clamp(xy / (Math.sqrt(xx) * Math.sqrt(yy)), -1.0, 1.0);
        double degrees = x.length - 2.0;
        double t = Math.abs(r) * Math.sqrt(degrees / ((1 - r) * (1 + r)));
        return new Correlation(r, Math.min(1, 2 * StudentT.of(degrees).tail(t)), x.length);
    }

    public static Correlation spearman(double[] x, double[] y) {
        requirePairs(x, y);
        return pearson(Ranks.of(x), Ranks.of(y));
    }

    public static Correlation kendall(double[] x, double[] y) {
        requirePairs(x, y);
        int n = x.length;
        int[] byY = Ranks.ascending(y);
        double[] xInOrderOfY = new double[n];
        for (int i = 0; i < n; i++) {
            xInOrderOfY[i] = x[byY[i]];
        }
        int[] byX = Ranks.ascending(xInOrderOfY); // stable: by x, and by y where x is equal
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = y[byY[byX[i]]];
        }
        double all = 0.5 * n * (n - 1.0);
        double swaps = swaps(sorted.clone(), new double[n], 0, n);
        Ties tiesX = Ties.of(x);
        Ties tiesY = Ties.of(y);
        double score = all - tiesX.pairs - tiesY.pairs + tiedInBoth(x, y, byY, byX) - 2 * swaps;
        double tau = score / (Math.sqrt(all - tiesX.pairs) * Math.sqrt(all - tiesY.pairs));
        double variance = (n * (n - 1.0) * (2 * n + 5.0) - tiesX.fives - tiesY.fives) / 18
                + 2 * tiesX.pairs * tiesY.pairs / (n * (n - 1.0))
                + tiesX.triples * tiesY.triples / (9.0 * n * (n - 1.0) * (n - 2.0));
        double p = 2 * Normal.tail(Math.abs(score) / Math.sqrt(variance));
        return new Correlation(Math.clamp(tau, -1.0, 1.0), Math.min(1, p), n);
    }

    /**
     * Returns where the coefficient of the population lies, by Fisher's transform; meant for {@link #pearson} on data that
     * are close to normal.
     *
     * @param level confidence in (0, 1), say 0.95
     */
    public Interval interval(double level) {
        if (pairs < 4) {
            throw new IllegalStateException("interval from " + pairs + " pairs: expected at least 4");
        }
        double z = 0.5 * (Math.log1p(coefficient) - Math.log1p(-coefficient));
        double reach = Normal.quantile((1 + level) / 2) / Math.sqrt(pairs - 3.0);
        return new Interval(Math.tanh(z - reach), Math.tanh(z + reach));
    }

    private static void requirePairs(double[] x, double[] y) {
        Samples.requirePairs(x, y);
        Samples.requireSize("a correlation", x, 3);
        Samples.requireSize("a correlation", y, 3);
        if (!(Moments.of(x).squares() > 0) || !(Moments.of(y).squares() > 0)) {
            throw new IllegalArgumentException("one of the two numbers is the same in all " + x.length
                    + " pairs: nothing can go together with it");
        }
    }

    /** Sorts the part and returns how many pairs were out of order. */
    private static double swaps(double[] values, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double count = swaps(values, spare, from, middle) + swaps(values, spare, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (left < middle && (right == to || values[left] <= values[right])) {
                spare[i] = values[left++];
            } else {
                count += middle - left;
                spare[i] = values[right++];
            }
        }
        System.arraycopy(spare, from, values, from, to - from);
        return count;
    }

    private static double tiedInBoth(double[] x, double[] y, int[] byY, int[] byX) {
        double pairs = 0;
        double run = 0;
        for (int i = 1; i < x.length; i++) {
            int here = byY[byX[i]];
            int before = byY[byX[i - 1]];
            run = x[here] == x[before] && y[here] == y[before] ? run + 1 : 0;
            pairs += run;
        }
        return pairs;
    }

    /** Sums over runs of t equal values: t (t - 1) / 2, t (t - 1) (t - 2), t (t - 1) (2 t + 5). */
    private record Ties(double pairs, double triples, double fives) {
        static Ties of(double[] values) {
            int[] order = Ranks.ascending(values);
            double pairs = 0;
            double triples = 0;
            double fives = 0;
            int start = 0;
            while (start < order.length) {
                int end = Ranks.endOfTie(values, order, start);
                double t = end - start;
                pairs += t * (t - 1) / 2;
                triples += t * (t - 1) * (t - 2);
                fives += t * (t - 1) * (2 * t + 5);
                start = end;
            }
            return new Ties(pairs, triples, fives);
        }
    }
}
