package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/** How a whole number from 0 that is not known yet is spread. Immutable and safe to share between threads. */
public interface CountDistribution {
    /** Returns the probability of exactly k, 0 where k cannot be. */
    default double probability(long k) {
        return Math.exp(logProbability(k));
    }

    /** Returns the natural logarithm of the probability of exactly k, minus infinity where k cannot be. */
    double logProbability(long k);

    /** Returns the probability of k or less; small ones keep their digits. */
    double cdf(long k);

    /** Returns the probability of more than k; small ones keep their digits. */
    double tail(long k);

    /**
     * Returns the smallest number that is not exceeded with at least probability p.
     *
     * @throws IllegalArgumentException unless p lies between 0 and 1, both excluded
     */
    default long quantile(double p) {
        Probability.require(p);
        return Inverse.ofCounts(k -> p < 0.5 ? cdf(k) >= p : tail(k) <= 1 - p);
    }

    double mean();

    double variance();

    /** Draws a number. */
    long sample(RandomGenerator random);
}
