package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * How a number that is not known yet is spread over the line.
 *
 * <p>Both sides are asked for by name, {@link #cdf} and {@link #tail}, because one minus the other has no digits left where a
 * share is small; the logarithm of the density stands where the density itself would underflow. Immutable and safe to share
 * between threads.
 */
public interface Distribution {
    /** Returns the density at x, 0 outside the support; infinite where it has a pole. */
    default double density(double x) {
        return Math.exp(logDensity(x));
    }

    /** Returns the natural logarithm of the density, minus infinity outside the support. */
    double logDensity(double x);

    /** Returns the share that lies below x; small shares keep their digits. */
    double cdf(double x);

    /** Returns the share that lies above x; small shares keep their digits. */
    double tail(double x);

    /**
     * Returns the point below which the share p lies.
     *
     * @throws IllegalArgumentException unless p lies between 0 and 1, both excluded
     */
    double quantile(double p);

    /** Returns the mean, infinite where it is, NaN where there is none. */
    double mean();

    /** Returns the variance, infinite where it is, NaN where there is no mean to measure from. */
    double variance();

    /** Draws a number. */
    default double sample(RandomGenerator random) {
        return quantile(random.nextDouble(Double.MIN_NORMAL, 1)); // never 0, never 1
    }
}
