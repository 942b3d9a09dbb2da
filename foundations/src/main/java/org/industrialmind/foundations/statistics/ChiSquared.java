package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * The chi-squared distribution: the sum of the squares of so many independent standard normal numbers.
 *
 * @param degrees degrees of freedom; need not be whole, as in the approximations of Box
 */
public record ChiSquared(double degrees) implements Distribution {
    /** @throws IllegalArgumentException unless the degrees are positive and finite */
    public ChiSquared {
        if (!(degrees > 0) || Double.isInfinite(degrees)) {
            throw new IllegalArgumentException(
                    "chi-squared with " + degrees + " degrees of freedom: expected a positive, finite number");
        }
    }

    @Override
    public double logDensity(double x) {
        return gamma().logDensity(x);
    }

    /** Returns the share that lies below x; 0 where x is negative. */
    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : IncompleteGamma.lower(degrees / 2, x / 2);
    }

    /** Returns the share that lies above x; far tails keep their digits. */
    @Override
    public double tail(double x) {
        return x <= 0 ? 1 : IncompleteGamma.upper(degrees / 2, x / 2);
    }

    /** @throws IllegalArgumentException unless p lies between 0 and 1, both excluded */
    @Override
    public double quantile(double p) {
        Probability.require(p);
        return p < 0.5 ? Inverse.ofRising(x -> cdf(x) - p) : Inverse.ofRising(x -> (1 - p) - tail(x));
    }

    @Override
    public double mean() {
        return degrees;
    }

    @Override
    public double variance() {
        return 2 * degrees;
    }

    @Override
    public double sample(RandomGenerator random) {
        return gamma().sample(random);
    }

    private Gamma gamma() {
        return new Gamma(degrees / 2, 2);
    }
}
