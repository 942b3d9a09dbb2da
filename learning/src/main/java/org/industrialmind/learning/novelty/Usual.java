package org.industrialmind.learning.novelty;

import org.industrialmind.foundations.statistics.Normal;
import org.industrialmind.foundations.statistics.Quantiles;

/** The most that a usual window shows of something: the unit in which novelty is told. */
final class Usual {
    /** The share of normal windows that show no more. */
    static final double TOLERATED = 0.999;

    private static final double LEAST = 1e-9; // what never varied still needs a unit

    private Usual() {}

    /** Returns what so many of the windows stay below. */
    static double most(double[] ofWindows) {
        return Math.max(Quantiles.quantile(ofWindows, TOLERATED), LEAST);
    }

    /** Returns the magnitude that the largest of several normal deviations stays below, as often (Bonferroni). */
    static double mostOf(int deviations) {
        return -Normal.quantile((1 - TOLERATED) / (2 * deviations));
    }

    /** Returns the largest magnitude in a stretch of an array. */
    static double largest(double[] values, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }
}
