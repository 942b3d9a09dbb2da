package org.industrialmind.foundations.series;

import org.industrialmind.foundations.statistics.Interval;
import org.industrialmind.foundations.statistics.Normal;

/**
 * What is expected at the next steps, and how far off it may be. Step 1 is the first value after the series.
 *
 * <p>The deviation counts what the method says the future adds; that its parameters were themselves estimated is left out,
 * as is usual, so intervals of short series are somewhat too narrow.
 */
public final class Forecast {
    private final double[] means;
    private final double[] deviations;

    private Forecast(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * Makes a forecast of its means and standard deviations, for steps 1, 2 ...; copied.
     *
     * @throws IllegalArgumentException if there is no step, not one deviation for each mean, or a deviation is negative or
     *     no number
     */
    public static Forecast of(double[] means, double[] deviations) {
        if (means.length == 0 || means.length != deviations.length) {
            throw new IllegalArgumentException("a forecast of " + means.length + " means and " + deviations.length
                    + " deviations: expected at least one, and as many of each");
        }
        for (int i = 0; i < means.length; i++) {
            if (!(deviations[i] >= 0)) {
                throw new IllegalArgumentException(
                        "the deviation of step " + (i + 1) + " is " + deviations[i] + ": expected 0 or more");
            }
        }
        return new Forecast(means.clone(), deviations.clone());
    }

    /** Returns how many steps this looks ahead. */
    public int horizon() {
        return means.length;
    }

    /**
     * Returns the expected value.
     *
     * @param step from 1 to the horizon
     */
    public double mean(int step) {
        return means[index(step)];
    }

    /**
     * Returns the standard deviation of what will be from what is expected.
     *
     * @param step from 1 to the horizon
     */
    public double deviation(int step) {
        return deviations[index(step)];
    }

    /**
     * Returns the interval in which the value will lie with a probability, errors being normal.
     *
     * @param step from 1 to the horizon
     * @param coverage the probability, between 0 and 1, such as 0.95
     */
    public Interval interval(int step, double coverage) {
        double half = Normal.quantile(0.5 + coverage / 2) * deviation(step);
        return new Interval(mean(step) - half, mean(step) + half);
    }

    /** Returns all means, step 1 first; a copy. */
    public double[] means() {
        return means.clone();
    }

    /** Returns all deviations, step 1 first; a copy. */
    public double[] deviations() {
        return deviations.clone();
    }

    private int index(int step) {
        if (step < 1 || step > means.length) {
            throw new IllegalArgumentException("step " + step + " of a forecast: expected 1 to " + means.length);
        }
        return step - 1;
    }
}
