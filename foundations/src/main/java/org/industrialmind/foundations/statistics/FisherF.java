package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * The F distribution: the ratio of two independent mean squares of normal numbers.
 *
 * @param numerator degrees of freedom of the upper mean square
 * @param denominator degrees of freedom of the lower one
 */
public record FisherF(double numerator, double denominator) implements Distribution {
    /** @throws IllegalArgumentException unless both are positive and finite */
    public FisherF {
        boolean valid =
                numerator > 0 && denominator > 0 && !Double.isInfinite(numerator) && !Double.isInfinite(denominator);
        if (!valid) {
            throw new IllegalArgumentException("F with " + numerator + " and " + denominator
                    + " degrees of freedom: expected two positive, finite numbers");
        }
    }

    @Override
    public double logDensity(double x) {
        if (x <= 0) {
            boolean pole = x == 0 && numerator < 2;
            return x == 0 && numerator == 2 ? 0 : pole ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double sum = numerator * x + denominator;
        double power = Saddle.logBetaPower(numerator / 2, denominator / 2, numerator * x / sum, denominator / sum);
        return power - Math.log(x);
    }

    /** Returns the share that lies below x; 0 where x is negative. */
    @Override
    public double cdf(double x) {
        if (x <= 0 || Double.isInfinite(x)) {
            return x <= 0 ? 0 : 1;
        }
        double sum = numerator * x + denominator;
        return IncompleteBeta.of(numerator * x / sum, denominator / sum, numerator / 2, denominator / 2);
    }

    /** Returns the share that lies above x; far tails keep their digits. */
    @Override
    public double tail(double x) {
        if (x <= 0 || Double.isInfinite(x)) {
            return x <= 0 ? 1 : 0;
        }
        double sum = numerator * x + denominator;
        return IncompleteBeta.of(denominator / sum, numerator * x / sum, denominator / 2, numerator / 2);
    }

    /** @throws IllegalArgumentException unless p lies between 0 and 1, both excluded */
    @Override
    public double quantile(double p) {
        Probability.require(p);
        return p < 0.5 ? Inverse.ofRising(x -> cdf(x) - p) : Inverse.ofRising(x -> (1 - p) - tail(x));
    }

    /** Returns the mean, infinite where the denominator has 2 degrees or fewer. */
    @Override
    public double mean() {
        return denominator > 2 ? denominator / (denominator - 2) : Double.POSITIVE_INFINITY;
    }

    /** Returns the variance, infinite where the denominator has 4 degrees or fewer. */
    @Override
    public double variance() {
        if (denominator <= 4) {
            return denominator > 2 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        return 2 * mean() * mean() * (numerator + denominator - 2) / (numerator * (denominator - 4));
    }

    @Override
    public double sample(RandomGenerator random) {
        double upper = new ChiSquared(numerator).sample(random) / numerator;
        return upper / (new ChiSquared(denominator).sample(random) / denominator);
    }
}
