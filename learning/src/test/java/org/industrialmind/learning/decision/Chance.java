package org.industrialmind.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.industrialmind.foundations.statistics.Binomial;

/** Asserts about counts of a simulation: what chance alone would explain once in ten thousand runs is let pass. */
final class Chance {
    private static final double RARE = 1e-4;

    private Chance() {}

    /** Fails if so many successes cannot come from a probability of at most this. */
    static void assertAtMost(long successes, long trials, double probability) {
        assertThat(new Binomial(trials, probability).tail(successes - 1))
                .as("%d of %d against at most %s", successes, trials, probability)
                .isGreaterThan(RARE);
    }

    /** Fails if so many successes cannot come from a probability of at least this. */
    static void assertAtLeast(long successes, long trials, double probability) {
        assertThat(new Binomial(trials, probability).cdf(successes))
                .as("%d of %d against at least %s", successes, trials, probability)
                .isGreaterThan(RARE);
    }
}
