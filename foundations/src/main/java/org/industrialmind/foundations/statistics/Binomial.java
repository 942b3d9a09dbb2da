package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * How many of so many independent trials succeed.
 *
 * <p>A number is drawn by splitting: the middle one of n uniform numbers in order is beta distributed, and says which half of
 * the trials lies wholly to one side of the probability; a few dozen halvings settle a billion trials exactly.
 *
 * @see "Relles 1972, A simple algorithm for generating binomial random variables when N is large"
 */
public record Binomial(long trials, double probability) implements CountDistribution {
    private static final int FEW = 20; // trials that are quicker drawn one by one

    /** @throws IllegalArgumentException if the trials are negative or the probability is outside [0, 1] */
    public Binomial {
        if (trials < 0 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(trials + " trials with probability " + probability
                    + ": expected a number from 0 and a probability in [0, 1]");
        }
    }

    @Override
    public double logProbability(long k) {
        if (k < 0 || k > trials) {
            return Double.NEGATIVE_INFINITY;
        }
        if (k == 0 || k == trials) {
            double log = k == 0 ? Math.log1p(-probability) : Math.log(probability);
            return trials == 0 ? 0 : trials * log;
        }
        return Saddle.logBinomial(k, trials, probability, 1 - probability);
    }

    @Override
    public double cdf(long k) {
        return k < 0 ? 0 : k >= trials ? 1 : IncompleteBeta.of(1 - probability, probability, trials - k, k + 1.0);
    }

    @Override
    public double tail(long k) {
        return k < 0 ? 1 : k >= trials ? 0 : IncompleteBeta.of(probability, 1 - probability, k + 1.0, trials - k);
    }

    @Override
    public double mean() {
        return trials * probability;
    }

    @Override
    public double variance() {
        return trials * probability * (1 - probability);
    }

    @Override
    public long sample(RandomGenerator random) {
        long left = trials;
        double p = probability;
        long successes = 0;
        while (left > FEW) {
            long middle = left / 2 + 1;
            double value = new Beta(middle, left - middle + 1.0).sample(random);
            if (value <= p) { // so many lie below the probability already
                successes += middle;
                left -= middle;
                p = value == 1 ? 0 : (p - value) / (1 - value);
            } else {
                left = middle - 1;
                p = p / value;
            }
        }
        for (long i = 0; i < left; i++) {
            successes += random.nextDouble() < p ? 1 : 0;
        }
        return successes;
    }
}
