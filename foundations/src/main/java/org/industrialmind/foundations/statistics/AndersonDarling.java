package org.industrialmind.foundations.statistics;

import java.util.Arrays;

/**
 * Whether numbers are normal, mean and variance unknown; sensitive in the tails, where it matters for limits.
 *
 * <p>Small deviations of many thousand numbers are found that no method cares about: look at a plot of quantiles as well.
 *
 * @param statistic A squared
 * @param pValue probability of such a statistic or a larger one where the numbers are normal; by curves that Stephens fitted,
 *     good to about two digits
 * @see "D'Agostino and Stephens 1986, Goodness-of-Fit Techniques, table 4.9"
 */
public record AndersonDarling(double statistic, double pValue) {
    /** @throws IllegalArgumentException if there are fewer than 8 values, one is not finite, or all are equal */
    public static AndersonDarling ofNormal(double[] values) {
        Samples.requireSize("a test of normality", values, 8);
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        Moments moments = Moments.of(ascending);
        if (!(moments.squares() > 0)) {
            throw new IllegalArgumentException(
                    "all " + values.length + " values are equal: there is no distribution to judge");
        }
        Gaussian fitted = new Gaussian(moments.mean(), moments.deviation());
        int n = ascending.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double below = Math.max(fitted.cdf(ascending[i]), Double.MIN_NORMAL);
            double above = Math.max(fitted.tail(ascending[n - 1 - i]), Double.MIN_NORMAL);
            sum += (2 * i + 1.0) / n * (Math.log(below) + Math.log(above));
        }
        double statistic = -n - sum;
        return new AndersonDarling(statistic, pValue(statistic * (1 + 0.75 / n + 2.25 / ((double) n * n))));
    }

    private static double pValue(double a) {
        if (a < 0.2) {
            return 1 - Math.exp(-13.436 + 101.14 * a - 223.73 * a * a);
        }
        if (a < 0.34) {
            return 1 - Math.exp(-8.318 + 42.796 * a - 59.938 * a * a);
        }
        if (a < 0.6) {
            return Math.exp(0.9177 - 4.279 * a - 1.38 * a * a);
        }
        // beyond 13 the fitted curve would rise again
        return a < 13 ? Math.exp(1.2937 - 5.709 * a + 0.0186 * a * a) : 0;
    }
}
