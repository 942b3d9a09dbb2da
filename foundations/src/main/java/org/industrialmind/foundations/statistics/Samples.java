package org.industrialmind.foundations.statistics;

/** The checks that samples need before anything is estimated from them. */
final class Samples {
    private Samples() {}

    static void requireSize(String what, double[] values, int least) {
        if (values.length < least) {
            throw new IllegalArgumentException(what + " of " + values.length + " values: expected at least " + least);
        }
        requireFinite(values);
    }

    static void requireFinite(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "the value at position " + i + " is " + values[i] + ": expected a finite number");
            }
        }
    }

    static void requireNotNegative(double[] values) {
        requireSize("a sample", values, 1);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0) {
                throw new IllegalArgumentException(
                        "the value at position " + i + " is " + values[i] + ": expected no negative number");
            }
            sum += values[i];
        }
        if (sum == 0) {
            throw new IllegalArgumentException("all " + values.length + " values are 0: expected one above 0");
        }
    }

    static void requirePositive(double[] values) {
        requireSize("a sample", values, 1);
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0)) {
                throw new IllegalArgumentException(
                        "the value at position " + i + " is " + values[i] + ": expected a positive number");
            }
        }
    }

    static void requirePairs(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    first.length + " and " + second.length + " values are no pairs: expected as many of both");
        }
    }
}
