package org.industrialmind.foundations.series;

import org.industrialmind.foundations.statistics.Normal;

/**
 * The augmented test of Dickey and Fuller, whose null hypothesis is a random walk: a small p-value speaks for a series that
 * returns to its mean or trend.
 *
 * <p>The change is regressed on the value before it, earlier changes, and the mean or trend; the statistic is the value's
 * coefficient over its standard error. Under the null it is not a t, so p-values come from MacKinnon's response surface
 * [2]. The number of earlier changes is the one with the least Akaike criterion, all compared on the same values.
 *
 * <ol>
 *   <li>Said and Dickey 1984, Testing for unit roots in autoregressive-moving average models, Biometrika 71(3).
 *   <li>MacKinnon 1994, Approximate asymptotic distribution functions for unit-root and cointegration tests, J. Business
 *       and Economic Statistics 12(2).
 * </ol>
 *
 * @param statistic the more negative, the less of a random walk
 * @param pValue how likely a random walk is to have as negative a statistic
 * @param lags earlier changes in the regression
 */
public record DickeyFuller(double statistic, double pValue, int lags) {
    /** What the series returns to, if it is no random walk. */
    public enum Around {
        ZERO(0, -1.04, -19.04, Double.POSITIVE_INFINITY, new double[] {0.6344, 1.2378, 0.032496}, new double[] {
            0.4797, 0.93557, -0.06999, 0.033066
        }),
        MEAN(1, -1.61, -18.83, 2.74, new double[] {2.1659, 1.4412, 0.038269}, new double[] {
            1.7339, 0.93202, -0.12745, -0.010368
        }),
        TREND(2, -2.89, -16.18, 0.7, new double[] {3.2512, 1.6047, 0.049588}, new double[] {
            2.5261, 0.61654, -0.37956, -0.060285
        });

        private final int columns;
        private final double split; // between the two polynomials
        private final double least; // below, p is 0
        private final double most; // above, p is 1
        private final double[] left;
        private final double[] right;

        Around(int columns, double split, double least, double most, double[] left, double[] right) {
            this.columns = columns;
            this.split = split;
            this.least = least;
            this.most = most;
            this.left = left.clone();
            this.right = right.clone();
        }

        private double pValue(double statistic) {
            if (statistic > most) {
                return 1;
            }
            if (statistic < least) {
                return 0;
            }
            double[] polynomial = statistic <= split ? left : right;
            double sum = 0;
            for (int i = polynomial.length - 1; i >= 0; i--) {
                sum = sum * statistic + polynomial[i];
            }
            return Normal.cdf(sum);
        }
    }

    /**
     * Tests a series with as many earlier changes as Akaike's criterion prefers, up to 12 (n / 100)^(1/4).
     *
     * @throws IllegalArgumentException if the series is shorter than 8, lacks a value, or does not vary enough
     */
    public static DickeyFuller of(double[] series, Around around) {
        Values.requireComplete(series, 8, "the test of Dickey and Fuller");
        int n = series.length;
        int most = Math.min((int) Math.ceil(12 * Math.pow(n / 100.0, 0.25)), n / 2 - around.columns - 1);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int lags = 0; lags <= most; lags++) {
            int used = n - 1 - most;
            int unknowns = around.columns + 1 + lags;
            if (used > unknowns) {
                double squares = regression(series, around, lags, most).squares();
                double criterion = used * Math.log(squares / used) + 2.0 * unknowns;
                if (criterion < least) {
                    least = criterion;
                    best = lags;
                }
            }
        }
        return of(series, around, best);
    }

    /**
     * Tests a series with a given number of earlier changes.
     *
     * @throws IllegalArgumentException if the series is too short for them, lacks a value, or does not vary enough
     */
    public static DickeyFuller of(double[] series, Around around, int lags) {
        if (lags < 0) {
            throw new IllegalArgumentException(lags + " earlier changes: expected 0 or more");
        }
        Values.requireComplete(series, 2 * lags + around.columns + 4, "the test of Dickey and Fuller");
        LinearFit fit = regression(series, around, lags, lags);
        int degrees = series.length - 1 - lags - around.columns - 1 - lags;
        double error = Math.sqrt(fit.squares() / degrees) * fit.unitError(0);
        double statistic = fit.coefficient(0) / error;
        return new DickeyFuller(statistic, around.pValue(statistic), lags);
    }

    private static LinearFit regression(double[] series, Around around, int lags, int skipped) {
        int n = series.length - 1 - skipped;
        double[] change = new double[n];
        double[][] columns = new double[1 + lags + around.columns][n];
        for (int i = 0; i < n; i++) {
            int t = i + skipped + 1;
            change[i] = series[t] - series[t - 1];
            columns[0][i] = series[t - 1];
            for (int j = 1; j <= lags; j++) {
                columns[j][i] = series[t - j] - series[t - j - 1];
            }
            if (around.columns > 0) {
                columns[lags + 1][i] = 1;
            }
            if (around.columns > 1) {
                columns[lags + 2][i] = i + 1;
            }
        }
        return LinearFit.of(columns, change);
    }
}
