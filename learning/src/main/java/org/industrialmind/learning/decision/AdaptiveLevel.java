package org.industrialmind.learning.decision;

/**
 * A level of significance that follows the errors it makes: adaptive conformal inference.
 *
 * <p>After every judged block the level moves by {@code step (target - error)}: down by almost a step after an alarm, up
 * by a little otherwise. Whatever the scores do - drift, jump, follow each other - the share of alarms over T blocks is the
 * target within (max(a, 1 - a) + step) / (step T), a being the level at the start [1]. The level may leave [0, 1] on the
 * way: at 0 nothing is an alarm, at 1 everything is.
 *
 * <p>Two things to know before using it. It cannot tell a fault from drift: so it is never shown a block of an open
 * episode, else slow faults are absorbed. And one alarm costs 1 / target blocks without another, a month at the usual
 * budget. That is right for a share of alarms and wrong for a machine that may break next week; the {@link BudgetKeeper}
 * backs off instead of falling silent, and is what a {@link DecisionPolicy} keeps.
 *
 * @param target share of blocks in alarm, in (0, 1)
 * @param step above 0; 0.005 is usual
 * @param level at present
 * @see "Gibbs and Candes 2021, Adaptive conformal inference under distribution shift, NeurIPS 34"
 */
public record AdaptiveLevel(double target, double step, double level) {
    private static final double USUAL_STEP = 0.005;

    /** @throws IllegalArgumentException unless the target lies in (0, 1), the step is positive and the level finite */
    public AdaptiveLevel {
        if (!(target > 0 && target < 1 && step > 0) || !Double.isFinite(step + level)) {
            throw new IllegalArgumentException("adaptive level " + level + " with target " + target + " and step "
                    + step + ": expected a target in (0, 1), a positive step and a finite level");
        }
    }

    /** Returns the level that starts at its target, with a step of 0.005. */
    public static AdaptiveLevel of(double target) {
        return new AdaptiveLevel(target, USUAL_STEP, target);
    }

    /** Returns whether a block of that p value, in (0, 1], is an alarm at the present level. */
    public boolean alarm(double pValue) {
        return pValue <= level;
    }

    /** Returns the level after a block; the same one while an episode is open. */
    public AdaptiveLevel after(double pValue, boolean episodeOpen) {
        return episodeOpen ? this : new AdaptiveLevel(target, step, level + step * (target - (alarm(pValue) ? 1 : 0)));
    }
}
