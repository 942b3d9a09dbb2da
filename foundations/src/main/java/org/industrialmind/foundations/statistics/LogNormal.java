package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * The distribution of a number whose logarithm is normal: what products of many small independent causes tend to.
 *
 * @param logMean mean of the logarithm
 * @param logDeviation standard deviation of the logarithm
 */
public record LogNormal(double logMean, double logDeviation) implements Distribution {
    /** @throws IllegalArgumentException unless the mean is finite and the deviation positive and finite */
    public LogNormal {
        Parameters.requireFinite("lognormal distribution", "mean of the logarithm", logMean);
        Parameters.requirePositive("lognormal distribution", "deviation of the logarithm", logDeviation);
    }

    @Override
    public double logDensity(double x) {
        return x <= 0 ? Double.NEGATIVE_INFINITY : logarithm().logDensity(Math.log(x)) - Math.log(x);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : logarithm().cdf(Math.log(x));
    }

    @Override
    public double tail(double x) {
        return x <= 0 ? 1 : logarithm().tail(Math.log(x));
    }

    @Override
    public double quantile(double p) {
        return Math.exp(logarithm().quantile(p));
    }

    @Override
    public double mean() {
        return Math.exp(logMean + logDeviation * logDeviation / 2);
    }

    @Override
    public double variance() {
        return Math.expm1(logDeviation * logDeviation) * mean() * mean();
    }

    @Override
    public double sample(RandomGenerator random) {
        return Math.exp(logarithm().sample(random));
    }

    private Gaussian logarithm() {
        return new Gaussian(logMean, logDeviation);
    }
}
