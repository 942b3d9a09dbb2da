package org.industrialmind.foundations.optimize;

/** Finds a point where an objective is least. An implementation is a record of its settings, safe to share. */
public interface Minimizer {
    /**
     * Walks down from the start.
     *
     * @throws IllegalArgumentException if the value or the gradient at the start is not finite
     */
    Minimum minimize(Objective objective, double[] start);
}
