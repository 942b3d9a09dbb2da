package org.industrialmind.foundations.statistics;

/** The check that every quantile of an unbounded distribution needs. */
final class Probability {
    private Probability() {}

    static void require(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException(
                    "probability " + p + " has no quantile: expected a number between 0 and 1, both excluded");
        }
    }
}
