package org.industrialmind.foundations.series;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How far forecasts were off: from {@link RollingOrigin}. Values that are missing (NaN) are left out.
 *
 * <p>All means are over origins: of one step, or of all steps together.
 *
 * @see "Hyndman and Koehler 2006, Another look at measures of forecast accuracy, Int. J. Forecasting 22(4)"
 */
public final class ForecastErrors {
    private final double[] series;
    private final int[] origins;
    private final List<Forecast> forecasts;

    ForecastErrors(double[] series, int[] origins, List<Forecast> forecasts) {
        this.series = series;
        this.origins = origins;
        this.forecasts = List.copyOf(forecasts);
    }

    /** Returns how many origins there were. */
    public int size() {
        return origins.length;
    }

    public int horizon() {
        return forecasts.getFirst().horizon();
    }

    /** Returns how many values were known at an origin. */
    public int origin(int index) {
        return origins[index];
    }

    public Forecast forecast(int index) {
        return forecasts.get(index);
    }

    /** Returns what came at a step after an origin. */
    public double actual(int index, int step) {
        return series[origins[index] + step - 1];
    }

    /** Returns actual less forecast. */
    public double error(int index, int step) {
        return actual(index, step) - forecasts.get(index).mean(step);
    }

    /** Returns the mean absolute error of a step. */
    public double meanAbsolute(int step) {
        return mean(step, step, Math::abs);
    }

    /** Returns the mean absolute error of all steps. */
    public double meanAbsolute() {
        return mean(1, horizon(), Math::abs);
    }

    /** Returns the root of the mean squared error of a step. */
    public double rootMeanSquare(int step) {
        return Math.sqrt(mean(step, step, e -> e * e));
    }

    /** Returns the root of the mean squared error of all steps. */
    public double rootMeanSquare() {
        return Math.sqrt(mean(1, horizon(), e -> e * e));
    }

    /** Returns the mean error of all steps: positive where forecasts were too low. */
    public double bias() {
        return mean(1, horizon(), e -> e);
    }

    /**
     * Returns the mean absolute error over that of the naive forecast, one season back, within what was known at the first
     * origin: below 1 is better than naive.
     *
     * @param period steps in a season; 1 for the last value
     * @throws IllegalArgumentException if no two values a season apart were known at the first origin
     */
    public double scaled(int period) {
        double sum = 0;
        int count = 0;
        for (int t = period; t < origins[0]; t++) {
            double change = Math.abs(series[t] - series[t - period]);
            if (!Double.isNaN(change)) {
                sum += change;
                count++;
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException(
                    "no two values " + period + " apart among the first " + origins[0] + ": expected a shorter period");
        }
        return meanAbsolute() / (sum / count);
    }

    /** Returns the share of values of all steps that lay in the interval forecast for them with a probability. */
    public double coverage(double probability) {
        double inside = 0;
        int count = 0;
        for (int i = 0; i < origins.length; i++) {
            for (int step = 1; step <= horizon(); step++) {
                if (!Double.isNaN(actual(i, step))) {
                    inside += forecasts.get(i).interval(step, probability).contains(actual(i, step)) ? 1 : 0;
                    count++;
                }
            }
        }
        return inside / count;
    }

    private double mean(int from, int to, DoubleUnaryOperator of) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < origins.length; i++) {
            for (int step = from; step <= to; step++) {
                double error = error(i, step);
                if (!Double.isNaN(error)) {
                    sum += of.applyAsDouble(error);
                    count++;
                }
            }
        }
        return sum / count;
    }
}
