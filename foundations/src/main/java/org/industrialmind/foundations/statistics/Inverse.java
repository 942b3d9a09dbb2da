package org.industrialmind.foundations.statistics;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongPredicate;

/** Inverts a cumulative distribution by halving an interval: slow, and impossible to mislead. */
final class Inverse {
    private static final int HALVINGS = 2100; // from the whole range of a double down to neighbours

    private Inverse() {}

    /**
     * Returns the point of [0, infinity) at which the rising function reaches the target.
     *
     * @param below the function less the target: negative before the point sought, positive after it
     */
    static double ofRising(DoubleUnaryOperator below) {
        double low = 0;
        double high = 1;
        while (below.applyAsDouble(high) < 0) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (below.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Returns the smallest number from 0 that reaches; all greater ones must reach too. */
    static long ofCounts(LongPredicate reaches) {
        long low = -1; // does not reach
        long high = 0;
        while (high < Long.MAX_VALUE / 2 && !reaches.test(high)) {
            low = high;
            high = 2 * high + 1;
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (reaches.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
