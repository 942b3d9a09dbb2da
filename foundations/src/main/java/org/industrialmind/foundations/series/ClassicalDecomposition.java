package org.industrialmind.foundations.series;

import java.util.Arrays;

/**
 * The classical decomposition: the trend is a centred moving average over one season, the season the mean of each of its
 * places after that.
 *
 * <p>Older and cruder than {@link Stl} - half a season at each end has no trend (NaN), the season never changes, an outlier
 * leaves its mark - but each number is a mean that can be checked by hand.
 *
 * @see "Hyndman and Athanasopoulos 2021, Forecasting: Principles and Practice, 3rd ed., section 3.4"
 * @param period steps in a season
 * @param multiplicative whether the parts multiply rather than add
 */
public record ClassicalDecomposition(int period, boolean multiplicative) {
    /** @throws IllegalArgumentException unless the period is 2 or more */
    public ClassicalDecomposition {
        if (period < 2) {
            throw new IllegalArgumentException("a season of " + period + " steps: expected 2 or more");
        }
    }

    /**
     * Splits a series; NaN stands where half a season is missing at the ends.
     *
     * @throws IllegalArgumentException if the series has fewer than two periods, lacks a value, or is not positive where
     *     the parts multiply
     */
    public Decomposition decompose(double[] series) {
        Values.requireComplete(series, 2 * period, "a decomposition with period " + period);
        for (int t = 0; t < series.length && multiplicative; t++) {
            if (!(series[t] > 0)) {
                throw new IllegalArgumentException("the series at position " + t + " is " + series[t]
                        + ": expected positive values where the parts multiply");
            }
        }
        int n = series.length;
        double[] trend = trend(series);
        double[] places = places(series, trend);
        double[] season = new double[n];
        double[] remainder = new double[n];
        for (int t = 0; t < n; t++) {
            season[t] = places[t % period];
            remainder[t] = multiplicative ? series[t] / trend[t] / season[t] : series[t] - trend[t] - season[t];
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return new Decomposition(trend, season, remainder, ones);
    }

    private double[] trend(double[] series) {
        int half = period / 2;
        double[] trend = new double[series.length];
        Arrays.fill(trend, Double.NaN);
        for (int t = half; t + half < series.length; t++) {
            double sum = 0;
            for (int i = -half; i <= half; i++) {
                boolean shared = period % 2 == 0 && Math.abs(i) == half; // an even season's ends count half each
                sum += (shared ? 0.5 : 1) * series[t + i];
            }
            trend[t] = sum / period;
        }
        return trend;
    }

    private double[] places(double[] series, double[] trend) {
        double[] sums = new double[period];
        int[] counts = new int[period];
        for (int t = 0; t < series.length; t++) {
            if (!Double.isNaN(trend[t])) {
                sums[t % period] += multiplicative ? series[t] / trend[t] : series[t] - trend[t];
                counts[t % period]++;
            }
        }
        for (int i = 0; i < period; i++) {
            sums[i] /= counts[i];
        }
        double mean = Values.mean(sums);
        for (int i = 0; i < period; i++) {
            sums[i] = multiplicative ? sums[i] / mean : sums[i] - mean;
        }
        return sums;
    }
}
