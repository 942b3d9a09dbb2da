package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * How many trials fail before so many succeed; with a number of successes that is not whole, a Poisson count whose rate is
 * gamma distributed: counts that scatter more than their mean.
 *
 * @param successes how many to wait for, positive; need not be whole
 * @param probability of success of one trial, in (0, 1]
 */
public record NegativeBinomial(double successes, double probability) implements CountDistribution {
    /** @throws IllegalArgumentException if the successes are not positive or the probability is outside (0, 1] */
    public NegativeBinomial {
        Parameters.requirePositive("negative binomial distribution", "successes", successes);
        Parameters.requireProbability("negative binomial distribution", probability);
    }

    @Override
    public double logProbability(long k) {
        if (k <= 0) {
            return k == 0 ? successes * Math.log(probability) : Double.NEGATIVE_INFINITY;
        }
        double n = successes + k;
        double binomial = Saddle.logBinomial(successes, n, probability, 1 - probability);
        return binomial + Math.log(successes / n);
    }

    @Override
    public double cdf(long k) {
        return k < 0 ? 0 : IncompleteBeta.of(probability, 1 - probability, successes, k + 1.0);
    }

    @Override
    public double tail(long k) {
        return k < 0 ? 1 : IncompleteBeta.of(1 - probability, probability, k + 1.0, successes);
    }

    @Override
    public double mean() {
        return successes * (1 - probability) / probability;
    }

    @Override
    public double variance() {
        return mean() / probability;
    }

    @Override
    public long sample(RandomGenerator random) {
        if (probability == 1) {
            return 0;
        }
        double rate = new Gamma(successes, (1 - probability) / probability).sample(random);
        return rate > 0 ? new Poisson(rate).sample(random) : 0;
    }
}
