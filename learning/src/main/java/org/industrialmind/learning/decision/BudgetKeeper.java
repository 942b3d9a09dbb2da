package org.industrialmind.learning.decision;

import java.time.Duration;

/**
 * Keeps the service level "at most so many false episodes per machine and month" by raising the limit where it is broken.
 *
 * <p>Every false episode adds a step to the margin that the limit is raised by; every quiet block takes back the budget's
 * share of a step. So a machine whose normal running has changed since calibration backs off until the budget holds, in
 * small steps and without ever falling silent, and comes back when it can. Over T months the false episodes number at most
 * budget T + (largest margin ever needed) / step: the long-run promise of adaptive conformal inference, on the scale of the
 * score instead of that of the level [1].
 *
 * <p>The margin is never below 0: the calibrated limit is the lowest. It stands still while an episode is open, so a
 * fault that grows slowly cannot teach the limit that it is normal; what an engineer confirms is no error and costs
 * nothing.
 *
 * @param episodesPerAssetMonth false episodes tolerated per machine in 30 days
 * @param step by which a false episode raises the limit, relative to it
 * @see "Angelopoulos, Candes and Tibshirani 2023, Conformal PID control for time series prediction, NeurIPS 36: quantile
 *     tracking"
 */
public record BudgetKeeper(double episodesPerAssetMonth, double step) {
    private static final double MONTH_SECONDS = Duration.ofDays(30).toSeconds();
    private static final double HOUSE_STEP = 0.1; // of a limit of 5 decades: three times rarer

    /** @throws IllegalArgumentException unless both are positive and finite */
    public BudgetKeeper {
        if (!(episodesPerAssetMonth > 0 && step > 0) || !Double.isFinite(episodesPerAssetMonth + step)) {
            throw new IllegalArgumentException("budget of " + episodesPerAssetMonth + " false episodes with step "
                    + step + ": expected positive, finite numbers");
        }
    }

    /** Returns the keeper that raises the limit by a tenth for each false episode. */
    public static BudgetKeeper of(double episodesPerAssetMonth) {
        return new BudgetKeeper(episodesPerAssetMonth, HOUSE_STEP);
    }

    /** Returns the margin after so much time without an open episode. */
    double afterQuiet(double margin, Duration time) {
        return Math.max(0, margin - step * episodesPerAssetMonth * time.toSeconds() / MONTH_SECONDS);
    }

    /** Returns the margin after an episode that nobody confirmed. */
    double afterFalseEpisode(double margin) {
        return margin + step;
    }

    /** Returns the probability of a false alarm that a decision about one block may have, so that the budget holds. */
    public double perBlock(Duration block) {
        return episodesPerAssetMonth * block.toSeconds() / MONTH_SECONDS;
    }

    /**
     * Returns how many normal blocks a conformal p value has to be counted from before it can be as small as the budget
     * asks for: with one false episode a month and blocks of an hour, 719.
     */
    public int blocksNeeded(Duration block) {
        return Math.max(1, (int) Math.ceil(1 / perBlock(block) - 1 - 1e-9));
    }
}
