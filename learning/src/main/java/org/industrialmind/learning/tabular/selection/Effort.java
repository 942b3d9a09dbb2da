package org.industrialmind.learning.tabular.selection;

/** How much a trial may spend, and whether it is worth going on. */
public interface Effort {
    /** Returns the budget, in the unit of the search: a share of rows, rounds, seconds; 1 where there is none. */
    double budget();

    /**
     * Tells the search how the trial stands after one more step; steps of different trials are compared with each other.
     *
     * @param soFar the score so far, such as the mean of the folds done
     * @return false if the trial is given up: then whatever it returns is not used
     */
    boolean goesOn(double soFar);
}
