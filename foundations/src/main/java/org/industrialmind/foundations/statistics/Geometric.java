package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * How many trials fail before the first succeeds: 0, 1, 2 and so on. Some programs count the successful one as well.
 *
 * @param probability of success of one trial, in (0, 1]
 */
public record Geometric(double probability) implements CountDistribution {
    /** @throws IllegalArgumentException unless the probability lies in (0, 1] */
    public Geometric {
        Parameters.requireProbability("geometric distribution", probability);
    }

    @Override
    public double logProbability(long k) {
        if (k <= 0) {
            return k == 0 ? Math.log(probability) : Double.NEGATIVE_INFINITY;
        }
        return k * Math.log1p(-probability) + Math.log(probability);
    }

    @Override
    public double cdf(long k) {
        return k < 0 ? 0 : -Math.expm1((k + 1.0) * Math.log1p(-probability));
    }

    @Override
    public double tail(long k) {
        return k < 0 ? 1 : Math.exp((k + 1.0) * Math.log1p(-probability));
    }

    @Override
    public double mean() {
        return (1 - probability) / probability;
    }

    @Override
    public double variance() {
        return (1 - probability) / (probability * probability);
    }

    @Override
    public long sample(RandomGenerator random) {
        return probability == 1 ? 0 : (long) (random.nextExponential() / -Math.log1p(-probability));
    }
}
