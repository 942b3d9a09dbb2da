package org.industrialmind.learning.prognosis.path;

import java.util.Arrays;
import org.industrialmind.foundations.statistics.Normal;

/**
 * Whether values grow, by the test of Mann and Kendall: how many pairs stand in rising order against how many in falling
 * order. It asks nothing of the values but their order, so one outlier and any curvature leave it calm.
 *
 * @param statistic rising pairs less falling pairs
 * @param chance the probability that as many pairs rise by chance alone where there is no trend
 * @see "Kendall 1975, Rank Correlation Methods, 4th ed., chapter 4 (with the correction for ties)"
 */
public record Trend(int statistic, double chance) {

    /** Returns the trend of those values in order of time; of fewer than two nothing can be said, and the chance is 1. */
    public static Trend of(double[] values) {
        int n = values.length;
        int statistic = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                statistic += (int) Math.signum(values[j] - values[i]);
            }
        }
        double variance = (n * (n - 1.0) * (2 * n + 5) - ties(values)) / 18;
        // 1 less: the statistic moves in steps of two, and the normal curve is continuous
        double z = variance <= 0 ? 0 : (statistic - 1) / Math.sqrt(variance);
        return new Trend(statistic, variance <= 0 ? 1 : Normal.tail(z));
    }

    private static double ties(double[] values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        double sum = 0;
        int run = 1;
        for (int i = 1; i <= ascending.length; i++) {
            if (i < ascending.length && ascending[i] == ascending[i - 1]) {
                run++;
            } else {
                sum += run * (run - 1.0) * (2 * run + 5);
                run = 1;
            }
        }
        return sum;
    }

    /** Returns whether the values grow, with at most that probability of saying so by chance. */
    public boolean rises(double significance) {
        return statistic > 0 && chance <= significance;
    }
}
