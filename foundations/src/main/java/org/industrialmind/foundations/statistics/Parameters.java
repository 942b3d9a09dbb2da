package org.industrialmind.foundations.statistics;

/** The checks that parameters of distributions need. */
final class Parameters {
    private Parameters() {}

    static void requirePositive(String of, String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    of + " with " + name + " " + value + ": expected a positive, finite number");
        }
    }

    static void requireFinite(String of, String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(of + " with " + name + " " + value + ": expected a finite number");
        }
    }

    static void requireProbability(String of, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(of + " with probability " + value + ": expected a number in (0, 1]");
        }
    }
}
