package org.industrialmind.learning.tabular.calibration;

/** Says what a score means as a probability of the positive class. Immutable. */
@FunctionalInterface
public interface ScoreMap {
    /** Returns a probability in [0, 1]. */
    double probability(double score);
}
