package org.industrialmind.foundations.boosting;

/**
 * A loss over given rows: where to start, how it slopes and bends in the raw scores, and what it amounts to.
 *
 * <p>Shape: raw scores, gradients and curvatures [output][row]. Each includes the weight of its row.
 */
interface Objective {
    /** Returns how many raw scores a row has: a tree is grown for each in every round. */
    int outputs();

    /** Returns the constant raw scores of least loss. Shape: [output]. */
    double[] baselines();

    /** Whether every second derivative is 1, so that counting rows sums them. */
    boolean unitCurvature();

    /** Writes the derivatives of the loss at some rows; curvatures only where they are not all 1. */
    void derivatives(double[][] raw, double[][] gradients, double[][] curvatures, int from, int to);

    /** Returns the mean loss. */
    double loss(double[][] raw);

    /** Returns the value of a leaf over some rows, for the Newton step it would take by its sums. */
    default double leafValue(double newton, double[] raw, int[] rows, int from, int to) {
        return newton;
    }
}
