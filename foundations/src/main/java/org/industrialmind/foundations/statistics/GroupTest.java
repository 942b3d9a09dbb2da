package org.industrialmind.foundations.statistics;

import java.util.Arrays;

/**
 * Whether several groups differ: in their means (analysis of variance), in their ranks (Kruskal and Wallis), in their spreads
 * (Levene).
 *
 * <p>Analysis of variance asks whether group means scatter more than the scatter within groups explains; it wants similar
 * variances. The rank form wants none of that. Levene's test is an analysis of variance of the distances from the group
 * medians, in the form of Brown and Forsythe, which stands up to skew.
 *
 * <ol>
 *   <li>Fisher 1925, Statistical Methods for Research Workers.
 *   <li>Kruskal and Wallis 1952, Use of ranks in one-criterion variance analysis, JASA 47(260).
 *   <li>Brown and Forsythe 1974, Robust tests for the equality of variances, JASA 69(346).
 * </ol>
 *
 * @param statistic F, or H for ranks
 * @param between degrees of freedom between groups
 * @param within degrees of freedom within groups
 * @param pValue probability of such a statistic or a larger one where the groups are alike
 * @param effect share of the variance (of values, ranks or distances) that lies between groups, eta squared, in [0, 1]
 */
public record GroupTest(double statistic, double between, double within, double pValue, double effect) {
    /**
     * Compares means.
     *
     * @throws IllegalArgumentException if there are fewer than two groups, one is empty, no group has two values, a value is
     *     not finite, or values differ nowhere within groups
     */
    public static GroupTest ofMeans(double[]... groups) {
        Sums sums = Sums.of(groups);
        if (!(sums.within > 0)) {
            throw new IllegalArgumentException(
                    "values within all " + groups.length + " groups are equal, so there is no scatter to compare with");
        }
        double f = sums.between / sums.betweenDegrees / (sums.within / sums.withinDegrees);
        double p = new FisherF(sums.betweenDegrees, sums.withinDegrees).tail(f);
        return new GroupTest(f, sums.betweenDegrees, sums.withinDegrees, p, sums.share());
    }

    /** Compares spreads: how far values lie from the medians of their groups. */
    public static GroupTest ofSpreads(double[]... groups) {
        double[][] distances = new double[groups.length][];
        for (int g = 0; g < groups.length; g++) {
            double median = Quantiles.median(groups[g]);
            distances[g] = Arrays.stream(groups[g])
                    .map(value -> Math.abs(value - median))
                    .toArray();
        }
        return ofMeans(distances);
    }

    /** Compares ranks; the p value is that of chi-squared, good from five values in each group on. */
    public static GroupTest ofRanks(double[]... groups) {
        double[] all = Arrays.stream(groups).flatMapToDouble(Arrays::stream).toArray();
        double[] ranks = Ranks.of(all);
        double[][] ranked = new double[groups.length][];
        int from = 0;
        for (int g = 0; g < groups.length; g++) {
            ranked[g] = Arrays.copyOfRange(ranks, from, from + groups[g].length);
            from += groups[g].length;
        }
        Sums sums = Sums.of(ranked);
        if (!(sums.between + sums.within > 0)) {
            throw new IllegalArgumentException("all " + all.length + " values are equal, so there are no ranks");
        }
        double h = (all.length - 1) * sums.share();
        double p = new ChiSquared(sums.betweenDegrees).tail(h);
        return new GroupTest(h, sums.betweenDegrees, sums.withinDegrees, p, sums.share());
    }

    private record Sums(double between, double within, double betweenDegrees, double withinDegrees) {
        static Sums of(double[][] groups) {
            if (groups.length < 2) {
                throw new IllegalArgumentException("a comparison of " + groups.length + " groups: expected at least 2");
            }
            Moments all = Moments.NONE;
            double within = 0;
            for (double[] group : groups) {
                Samples.requireSize("a group", group, 1);
                Moments moments = Moments.of(group);
                within += moments.squares();
                all = all.merged(moments);
            }
            double rest = all.count() - groups.length;
            if (rest == 0) {
                throw new IllegalArgumentException("no group has two values, so there is no scatter to compare with");
            }
            double between = 0; // not as a difference of sums, which would lose a small one
            for (double[] group : groups) {
                double away = Moments.of(group).mean() - all.mean();
                between += group.length * away * away;
            }
            if (!Double.isFinite(between + within)) {
                throw new IllegalArgumentException(
                        "the squares of the values are too large for a double: scale them first");
            }
            return new Sums(between, within, groups.length - 1.0, rest);
        }

        double share() {
            return between / (between + within);
        }
    }
}
