package org.industrialmind.foundations.series;

import java.util.Arrays;

/**
 * An autoregression, x[t] - mean = sum over j of phi[j] (x[t - j] - mean) + e[t], in closed form.
 *
 * <ul>
 *   <li>{@link #yuleWalker}: the coefficients whose autocorrelations are those of the series. Always stationary; of short
 *       series with sharp spectral lines it blunts the lines, as the ends of the series count less.
 *   <li>{@link #burg}: the partial autocorrelations that make errors forward and backward least [1]. Stationary too, and
 *       sharp on short series.
 * </ul>
 *
 * <ol>
 *   <li>Burg 1975, Maximum entropy spectral analysis, thesis, Stanford.
 * </ol>
 */
public final class AutoRegression implements ForecastModel {
    private final double[] coefficients;
    private final double variance;
    private final double mean;
    private final double[] end; // the last values, newest first, less the mean

    private AutoRegression(double[] coefficients, double variance, double mean, double[] series) {
        this.coefficients = coefficients;
        this.variance = variance;
        this.mean = mean;
        end = new double[coefficients.length];
        for (int j = 0; j < end.length; j++) {
            end[j] = series[series.length - 1 - j] - mean;
        }
    }

    /**
     * Fits by the autocorrelations.
     *
     * @throws IllegalArgumentException if the order is less than 1, the series is not longer than it, lacks a value, or all
     *     values are equal
     */
    public static AutoRegression yuleWalker(double[] series, int order) {
        requireOrder(order);
        double[] partials = Correlogram.of(series, order).partials();
        double[] inner = Arrays.copyOfRange(partials, 1, order + 1);
        double rest = Values.variance(series);
        for (double partial : inner) {
            rest *= 1 - partial * partial;
        }
        return new AutoRegression(ArmaTerms.coefficients(inner), rest, Values.mean(series), series);
    }

    /**
     * Fits by the errors forward and backward.
     *
     * @throws IllegalArgumentException as {@link #yuleWalker}
     */
    public static AutoRegression burg(double[] series, int order) {
        requireOrder(order);
        Values.requireComplete(series, order + 2, "Burg's autoregression of order " + order);
        double mean = Values.mean(series);
        int n = series.length;
        double[] forward = new double[n];
        for (int t = 0; t < n; t++) {
            forward[t] = series[t] - mean;
        }
        double rest = Values.squares(forward) / n;
        if (Values.constant(series)) {
            throw new IllegalArgumentException("all " + n + " values are " + series[0]
                    + ": expected a series that varies, as equal values follow any autoregression");
        }
        double[] backward = forward.clone();
        double[] partials = new double[order];
        for (int k = 0; k < order; k++) {
            double above = 0;
            double below = 0;
            for (int t = k + 1; t < n; t++) {
                above += forward[t] * backward[t - 1];
                below += forward[t] * forward[t] + backward[t - 1] * backward[t - 1];
            }
            partials[k] = below > 0 ? 2 * above / below : 0;
            for (int t = n - 1; t > k; t--) { // downward, so that backward[t - 1] is still that of the order before
                double ahead = forward[t];
                forward[t] = ahead - partials[k] * backward[t - 1];
                backward[t] = backward[t - 1] - partials[k] * ahead;
            }
            rest *= 1 - partials[k] * partials[k];
        }
        return new AutoRegression(ArmaTerms.coefficients(partials), rest, mean, series);
    }

    private static void requireOrder(int order) {
        if (order < 1) {
            throw new IllegalArgumentException("an autoregression of order " + order + ": expected at least 1");
        }
    }

    /** Returns phi, lag 1 first. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** Returns the variance of the errors: that of the series times 1 less each squared partial autocorrelation. */
    public double variance() {
        return variance;
    }

    public double mean() {
        return mean;
    }

    /**
     * Returns the one-sided spectral density at a frequency, per cycle a step: twice variance / |1 - sum of phi[j] exp(-i w
     * j)|^2.
     *
     * @param frequency in cycles a step, from 0 to 0.5
     */
    public double density(double frequency) {
        double re = 1;
        double im = 0;
        for (int j = 0; j < coefficients.length; j++) {
            double angle = 2 * Math.PI * frequency * (j + 1);
            re -= coefficients[j] * Math.cos(angle);
            im += coefficients[j] * Math.sin(angle);
        }
        return 2 * variance / (re * re + im * im);
    }

    @Override
    public Forecast forecast(int horizon) {
        Values.requireHorizon(horizon);
        double[] means = new double[horizon];
        double[] deviations = new double[horizon];
        double[] answer = new double[horizon]; // what an error leaves so many steps later
        double sum = 0;
        for (int h = 0; h < horizon; h++) {
            answer[h] = h == 0 ? 1 : 0;
            for (int j = 0; j < coefficients.length; j++) {
                means[h] += coefficients[j] * (h - 1 - j >= 0 ? means[h - 1 - j] : end[j - h]);
                answer[h] += h - 1 - j >= 0 ? coefficients[j] * answer[h - 1 - j] : 0;
            }
            sum += answer[h] * answer[h];
            deviations[h] = Math.sqrt(variance * sum);
        }
        for (int h = 0; h < horizon; h++) {
            means[h] += mean;
        }
        return Forecast.of(means, deviations);
    }

    @Override
    public AutoRegression continued(double[] history) {
        Values.requireComplete(history, coefficients.length, "an autoregression");
        return new AutoRegression(coefficients, variance, mean, history);
    }
}
