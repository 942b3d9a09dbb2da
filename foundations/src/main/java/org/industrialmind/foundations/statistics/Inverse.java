package org.industrialmind.foundations.statistics;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongPredicate;

/**
 * Inverts a cumulative distribution by halving: slow, and impossible to mislead.
 *
 * <p>Doubles from 0 lie in the order of their bits, so the bits are halved, not the interval: 63 steps lead from the whole range
 * down to neighbours, as many for 1e-300 as for 1.
 */
final class Inverse {
    private Inverse() {}

    /**
     * Returns the point of [0, infinity) at which the rising function reaches the target.
     *
     * @param below the function less the target: negative before the point sought, positive after it
     */
    static double ofRising(DoubleUnaryOperator below) {
        long low = 0;
        long high = Double.doubleToLongBits(Double.MAX_VALUE);
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (below.applyAsDouble(Double.longBitsToDouble(middle)) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Double.longBitsToDouble(high);
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
