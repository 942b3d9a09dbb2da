package org.industrialmind.learning.tabular.calibration;

/** Says probabilities better than they were said. Immutable. */
@FunctionalInterface
public interface Calibration {
    /** Returns the calibrated probabilities; they sum to 1. Shape: [class] -> [class]. */
    double[] apply(double[] probabilities);
}
