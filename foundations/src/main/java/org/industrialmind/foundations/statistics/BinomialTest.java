package org.industrialmind.foundations.statistics;

import java.util.function.LongPredicate;

/**
 * Whether successes come with a probability, exactly.
 *
 * <p>Two-sided, all outcomes count that are no more probable than the one seen. The interval is that of Clopper and Pearson,
 * which holds the probability at least as often as it promises.
 *
 * @see "Clopper and Pearson 1934, The use of confidence or fiducial limits illustrated in the case of the binomial"
 */
public record BinomialTest(long successes, long trials) {
    private static final double AS_RARE = 1 + 1e-7; // probabilities that differ by rounding only are equal

    public BinomialTest {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    successes + " successes of " + trials + " trials: expected at most as many as trials, at least 1");
        }
    }

    /** Returns the share of successes. */
    public double share() {
        return (double) successes / trials;
    }

    /** Returns the probability of such an outcome or a more extreme one where successes have this probability. */
    public double pValue(double probability, Alternative alternative) {
        Binomial binomial = new Binomial(trials, probability);
        return switch (alternative) {
            case LESS -> binomial.cdf(successes);
            case GREATER -> binomial.tail(successes - 1);
            case DIFFERENT -> bothSides(binomial);
        };
    }

    /** Adds the own side to the part of the other that is as rare; probabilities fall away from the mode. */
    private double bothSides(Binomial binomial) {
        double own = binomial.probability(successes) * AS_RARE;
        double mode = binomial.mean();
        if (successes == mode) {
            return 1;
        }
        if (successes < mode) {
            long from = first(k -> binomial.probability(k) <= own, (long) Math.ceil(mode), trials);
            return Math.min(1, binomial.cdf(successes) + binomial.tail(from - 1));
        }
        long floor = (long) Math.floor(mode);
        long to = floor - first(down -> binomial.probability(floor - down) <= own, 0, floor);
        return Math.min(1, binomial.tail(successes - 1) + binomial.cdf(to));
    }

    /** Returns the first number from low that is so, high + 1 where none is; all after it must be so too. */
    private static long first(LongPredicate so, long low, long high) {
        long from = low;
        long to = high + 1;
        while (from < to) {
            long middle = from + (to - from) / 2;
            if (so.test(middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /**
     * Returns where the probability lies.
     *
     * @param level confidence in (0, 1), say 0.95
     */
    public Interval interval(double level) {
        double rest = (1 - level) / 2;
        double low = successes == 0 ? 0 : new Beta(successes, trials - successes + 1.0).quantile(rest);
        double high = successes == trials ? 1 : new Beta(successes + 1.0, trials - successes).quantile(1 - rest);
        return new Interval(low, high);
    }
}
