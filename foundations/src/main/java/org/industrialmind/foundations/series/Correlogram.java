package org.industrialmind.foundations.series;

import org.industrialmind.foundations.spectrum.Autocovariance;
import org.industrialmind.foundations.statistics.Normal;

/**
 * Autocorrelations of a series and its partial ones: what a lag adds once the shorter lags are known.
 *
 * <p>Autocorrelations divide by n at every lag, which keeps them a possible set; the partial ones follow from them by the
 * recursion of Durbin and Levinson, O(lags^2).
 *
 * @see "Box, Jenkins, Reinsel and Ljung 2015, Time Series Analysis, 5th ed., sections 2.1 and 3.2"
 */
public final class Correlogram {
    private final int length;
    private final double[] correlations;
    private final double[] partials;

    private Correlogram(int length, double[] correlations, double[] partials) {
        this.length = length;
        this.correlations = correlations;
        this.partials = partials;
    }

    /**
     * Computes both up to a lag.
     *
     * @throws IllegalArgumentException if the series is not longer than the lag, lacks a value, or all values are equal
     */
    public static Correlogram of(double[] series, int lags) {
        Values.requireComplete(series, Math.max(2, lags + 1), "a correlogram of " + lags + " lags");
        if (Values.constant(series)) {
            throw new IllegalArgumentException("all " + series.length + " values are " + series[0]
                    + ": expected a series that varies, as equal values have no correlation");
        }
        double[] correlations = Autocovariance.of(series, lags);
        double variance = correlations[0];
        for (int k = 0; k <= lags; k++) {
            correlations[k] /= variance;
        }
        correlations[0] = 1;
        return new Correlogram(series.length, correlations, partials(correlations));
    }

    private static double[] partials(double[] correlations) {
        int lags = correlations.length - 1;
        double[] partials = new double[lags + 1];
        partials[0] = 1;
        double[] phi = new double[lags];
        double rest = 1;
        for (int k = 1; k <= lags; k++) {
            double missed = correlations[k];
            for (int j = 0; j < k - 1; j++) {
                missed -= phi[j] * correlations[k - 1 - j];
            }
            double partial = missed / rest;
            double[] shorter = phi.clone();
            for (int j = 0; j < k - 1; j++) {
                phi[j] = shorter[j] - partial * shorter[k - 2 - j];
            }
            phi[k - 1] = partial;
            rest *= 1 - partial * partial;
            partials[k] = partial;
        }
        return partials;
    }

    /** Returns the autocorrelations at lags 0, 1 ... */
    public double[] correlations() {
        return correlations.clone();
    }

    /** Returns the partial autocorrelations at lags 0, 1 ...; that at lag 0 is 1. */
    public double[] partials() {
        return partials.clone();
    }

    /** Returns how far from 0 a correlation of white noise of this length lies at most, with a probability. */
    public double bound(double coverage) {
        return Normal.quantile(0.5 + coverage / 2) / Math.sqrt(length);
    }
}
