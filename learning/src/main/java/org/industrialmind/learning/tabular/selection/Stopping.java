package org.industrialmind.learning.tabular.selection;

/**
 * When a search ends before its last trial, and a trial before its last step.
 *
 * @param patience the search ends after this many trials without a better score
 * @param spared this many trials are judged to the end; each later one is given up at a step where it is worse than the
 *     median of the earlier trials at that step [1]
 * @see "[1] Golovin et al. 2017, Google Vizier: a service for black-box optimization, KDD, section 3.2.2"
 */
public record Stopping(int patience, int spared) {
    public Stopping {
        if (patience < 1 || spared < 1) {
            throw new IllegalArgumentException("seen a patience of " + patience + " and " + spared
                    + " spared trials: expected at least 1 of each");
        }
    }

    /** Returns the rule that lets every trial and the search run to the end. */
    public static Stopping never() {
        return new Stopping(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    public Stopping withPatience(int trials) {
        return new Stopping(trials, spared);
    }

    public Stopping sparing(int trials) {
        return new Stopping(patience, trials);
    }
}
