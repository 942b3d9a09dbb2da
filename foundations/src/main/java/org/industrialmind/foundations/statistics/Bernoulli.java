package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * One trial: 1 with some probability, else 0.
 *
 * @param probability in [0, 1]
 */
public record Bernoulli(double probability) implements CountDistribution {
    /** @throws IllegalArgumentException if the probability is outside [0, 1] */
    public Bernoulli {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("trial with probability " + probability + ": expected one in [0, 1]");
        }
    }

    @Override
    public double logProbability(long k) {
        return k == 1 ? Math.log(probability) : k == 0 ? Math.log1p(-probability) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double cdf(long k) {
        return k < 0 ? 0 : k == 0 ? 1 - probability : 1;
    }

    @Override
    public double tail(long k) {
        return k < 0 ? 1 : k == 0 ? probability : 0;
    }

    @Override
    public double mean() {
        return probability;
    }

    @Override
    public double variance() {
        return probability * (1 - probability);
    }

    @Override
    public long sample(RandomGenerator random) {
        return random.nextDouble() < probability ? 1 : 0;
    }
}
