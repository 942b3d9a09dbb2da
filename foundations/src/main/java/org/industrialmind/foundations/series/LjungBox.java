package org.industrialmind.foundations.series;

import org.industrialmind.foundations.statistics.ChiSquared;

/**
 * The test of Ljung and Box: whether the first autocorrelations, taken together, are those of white noise.
 *
 * <p>Q = n (n + 2) sum of r[k]^2 / (n - k) is chi-squared with as many degrees as lags, less the coefficients of the model
 * that left the residuals.
 *
 * @see "Ljung and Box 1978, On a measure of lack of fit in time series models, Biometrika 65(2)"
 * @param statistic Q
 * @param degrees degrees of freedom
 * @param pValue how likely white noise is to have as large a Q
 */
public record LjungBox(double statistic, int degrees, double pValue) {
    /**
     * Tests residuals.
     *
     * @param coefficients how many the model has that left them; 0 for a raw series
     * @throws IllegalArgumentException unless there are more lags than coefficients, or as {@link Correlogram#of}
     */
    public static LjungBox of(double[] residuals, int lags, int coefficients) {
        int degrees = lags - coefficients;
        if (degrees < 1 || coefficients < 0) {
            throw new IllegalArgumentException(lags + " lags of the residuals of a model with " + coefficients
                    + " coefficients: expected more lags than coefficients");
        }
        double[] r = Correlogram.of(residuals, lags).correlations();
        double n = residuals.length;
        double sum = 0;
        for (int k = 1; k <= lags; k++) {
            sum += r[k] * r[k] / (n - k);
        }
        double q = n * (n + 2) * sum;
        return new LjungBox(q, degrees, new ChiSquared(degrees).tail(q));
    }
}
