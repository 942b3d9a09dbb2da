package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * The waiting time for what happens at a constant rate, whatever has passed already.
 *
 * @param rate how often it happens in one unit of time
 */
public record Exponential(double rate) implements Distribution {
    /** @throws IllegalArgumentException unless the rate is positive and finite */
    public Exponential {
        Parameters.requirePositive("exponential distribution", "rate", rate);
    }

    /**
     * Returns the most likely distribution: one by the mean.
     *
     * @throws IllegalArgumentException if a value is negative or not finite, or all are 0
     */
    public static Exponential fit(double[] values) {
        Samples.requireNotNegative(values);
        return new Exponential(1 / Moments.of(values).mean());
    }

    @Override
    public double logDensity(double x) {
        return x < 0 ? Double.NEGATIVE_INFINITY : Math.log(rate) - rate * x;
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -Math.expm1(-rate * x);
    }

    @Override
    public double tail(double x) {
        return x <= 0 ? 1 : Math.exp(-rate * x);
    }

    @Override
    public double quantile(double p) {
        Probability.require(p);
        return -Math.log1p(-p) / rate;
    }

    @Override
    public double mean() {
        return 1 / rate;
    }

    @Override
    public double variance() {
        return 1 / (rate * rate);
    }

    @Override
    public double sample(RandomGenerator random) {
        return random.nextExponential() / rate;
    }
}
