package org.industrialmind.learning.decision;

/**
 * How the surprises of several detectors at one window become one: the mean of the two largest; of a single one, itself. A
 * surprise is minus the decimal logarithm of a tail probability; raw scores, each in a unit of its own, are never mixed.
 *
 * <p>A fluke of one detector counts half, a fault that two see counts in full, and the many detectors that are blind to a kind
 * of fault do not drown the two that are not, which is what sums and means over all of them do. What comes out is calibrated
 * again on normal windows, so the promise on false alarms does not rest on it.
 */
final class BestTwo {
    private BestTwo() {}

    /** Returns the combined surprise of at least one, from 0. */
    static double of(double[] surprises) {
        if (surprises.length == 1) {
            return surprises[0];
        }
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (double surprise : surprises) {
            second = Math.max(second, Math.min(first, surprise));
            first = Math.max(first, surprise);
        }
        return (first + second) / 2;
    }
}
