package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * How often something happens in a time, where it comes at a constant rate and independently.
 *
 * <p>A number is drawn by the waiting time for most of the expected events: what is left of the time is drawn again, and if
 * it was exceeded, the events are spread over it as binomial trials. Exact, and a few steps for any mean.
 *
 * @param mean expected number of events
 * @see "Ahrens and Dieter 1974, Computer methods for sampling from gamma, beta, Poisson and binomial distributions"
 */
public record Poisson(double mean) implements CountDistribution {
    private static final double FEW = 15; // a mean below which events are quicker drawn one by one

    /** @throws IllegalArgumentException unless the mean is positive and finite */
    public Poisson {
        Parameters.requirePositive("Poisson distribution", "mean", mean);
    }

    @Override
    public double logProbability(long k) {
        if (k <= 0) {
            return k == 0 ? -mean : Double.NEGATIVE_INFINITY;
        }
        return Saddle.logPoisson(k, mean);
    }

    @Override
    public double cdf(long k) {
        return k < 0 ? 0 : IncompleteGamma.upper(k + 1.0, mean);
    }

    @Override
    public double tail(long k) {
        return k < 0 ? 1 : IncompleteGamma.lower(k + 1.0, mean);
    }

    @Override
    public double variance() {
        return mean;
    }

    @Override
    public long sample(RandomGenerator random) {
        long events = 0;
        double left = mean;
        while (left > FEW) {
            long most = (long) (left * 7 / 8);
            double time = new Gamma(most, 1).sample(random);
            if (time > left) {
                return events + new Binomial(most - 1, left / time).sample(random);
            }
            events += most;
            left -= time;
        }
        for (double time = random.nextExponential(); time < left; time += random.nextExponential()) {
            events++;
        }
        return events;
    }
}
