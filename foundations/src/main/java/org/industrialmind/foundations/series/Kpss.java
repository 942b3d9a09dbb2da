package org.industrialmind.foundations.series;

/**
 * The test of Kwiatkowski, Phillips, Schmidt and Shin, whose null hypothesis is a series that stays about its mean or
 * trend: a small p-value speaks for differencing. It complements {@link DickeyFuller}, which doubts the other way.
 *
 * <p>The statistic is the sum of squared partial sums of the residuals over n^2 times their long-run variance, estimated
 * with Bartlett's weights.
 *
 * @see "Kwiatkowski, Phillips, Schmidt and Shin 1992, Testing the null hypothesis of stationarity, J. Econometrics 54"
 * @param statistic the larger, the less stationary
 * @param pValue interpolated in the paper's table, which ends at 0.01 and 0.10: those stand for less and for more
 * @param lags autocovariances in the long-run variance
 */
public record Kpss(double statistic, double pValue, int lags) {
    private static final double[] PROBABILITIES = {0.10, 0.05, 0.025, 0.01};

    /** What the series stays about. */
    public enum Around {
        MEAN(0.347, 0.463, 0.574, 0.739),
        TREND(0.119, 0.146, 0.176, 0.216);

        private final double[] critical;

        Around(double... critical) {
            this.critical = critical;
        }
    }

    /**
     * Tests a series with 4 (n / 100)^(1/4) autocovariances, the paper's middle choice.
     *
     * @throws IllegalArgumentException as {@link #of(double[], Around, int)}
     */
    public static Kpss of(double[] series, Around around) {
        return of(series, around, (int) (4 * Math.pow(series.length / 100.0, 0.25)));
    }

    /**
     * Tests a series. One that lies exactly on its mean or trend has the statistic 0.
     *
     * @throws IllegalArgumentException if the series is shorter than 4 or not longer than the lags, or lacks a value
     */
    public static Kpss of(double[] series, Around around, int lags) {
        if (lags < 0) {
            throw new IllegalArgumentException(lags + " lags: expected 0 or more");
        }
        Values.requireComplete(series, Math.max(4, lags + 1), "the test of KPSS with " + lags + " lags");
        double[] residuals = residuals(series, around);
        int n = residuals.length;
        double longRun = 0;
        for (int k = 0; k <= lags; k++) {
            double covariance = 0;
            for (int t = k; t < n; t++) {
                covariance += residuals[t] * residuals[t - k] / n;
            }
            longRun += (k == 0 ? 1 : 2 * (1 - k / (lags + 1.0))) * covariance;
        }
        double partial = 0;
        double sum = 0;
        for (double residual : residuals) {
            partial += residual;
            sum += partial * partial;
        }
        boolean exact = Values.squares(residuals) <= 1e-24 * Values.squares(series); // rounding is all there is
        double statistic = exact ? 0 : sum / ((double) n * n * longRun);
        return new Kpss(statistic, pValue(statistic, around.critical), lags);
    }

    private static double[] residuals(double[] series, Around around) {
        int n = series.length;
        double mean = Values.mean(series);
        double middle = (n - 1) / 2.0;
        double above = 0;
        double below = 0;
        for (int t = 0; t < n && around == Around.TREND; t++) {
            above += (t - middle) * (series[t] - mean);
            below += (t - middle) * (t - middle);
        }
        double slope = below > 0 ? above / below : 0;
        double[] residuals = new double[n];
        for (int t = 0; t < n; t++) {
            residuals[t] = series[t] - mean - slope * (t - middle);
        }
        return residuals;
    }

    private static double pValue(double statistic, double[] critical) {
        if (statistic <= critical[0]) {
            return PROBABILITIES[0];
        }
        for (int i = 1; i < critical.length; i++) {
            if (statistic <= critical[i]) {
                double share = (statistic - critical[i - 1]) / (critical[i] - critical[i - 1]);
                return PROBABILITIES[i - 1] + share * (PROBABILITIES[i] - PROBABILITIES[i - 1]);
            }
        }
        return PROBABILITIES[critical.length - 1];
    }
}
