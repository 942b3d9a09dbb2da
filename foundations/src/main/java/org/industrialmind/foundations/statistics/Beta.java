package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * The beta distribution of a share: what is believed of a probability after so many hits and misses.
 *
 * @param hits first shape
 * @param misses second shape
 */
public record Beta(double hits, double misses) implements Distribution {
    /** @throws IllegalArgumentException unless both are positive and finite */
    public Beta {
        Parameters.requirePositive("beta distribution", "hits", hits);
        Parameters.requirePositive("beta distribution", "misses", misses);
    }

    /**
     * Returns the belief after more trials, where this was the belief before: the conjugate of the binomial distribution.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public Beta after(long moreHits, long moreMisses) {
        if (moreHits < 0 || moreMisses < 0) {
            throw new IllegalArgumentException(
                    moreHits + " hits and " + moreMisses + " misses: expected numbers that are not negative");
        }
        return new Beta(hits + moreHits, misses + moreMisses);
    }

    @Override
    public double logDensity(double x) {
        if (x < 0 || x > 1) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == 0 || x == 1) {
            double shape = x == 0 ? hits : misses;
            double other = x == 0 ? misses : hits;
            return shape == 1 ? Math.log(other) : shape < 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return Saddle.logBetaPower(hits, misses, x, 1 - x) - Math.log(x) - Math.log1p(-x);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : x >= 1 ? 1 : IncompleteBeta.of(x, 1 - x, hits, misses);
    }

    @Override
    public double tail(double x) {
        return x <= 0 ? 1 : x >= 1 ? 0 : IncompleteBeta.of(1 - x, x, misses, hits);
    }

    @Override
    public double quantile(double p) {
        Probability.require(p);
        return p < 0.5 ? Inverse.ofRising(x -> cdf(x) - p) : Inverse.ofRising(x -> (1 - p) - tail(x));
    }

    @Override
    public double mean() {
        return hits / (hits + misses);
    }

    @Override
    public double variance() {
        double sum = hits + misses;
        return hits / sum * (misses / sum) / (sum + 1);
    }

    @Override
    public double sample(RandomGenerator random) {
        double x = new Gamma(hits, 1).sample(random);
        double y = new Gamma(misses, 1).sample(random);
        return x + y > 0 ? x / (x + y) : random.nextDouble() < mean() ? 1 : 0; // tiny shapes underflow to the ends
    }
}
