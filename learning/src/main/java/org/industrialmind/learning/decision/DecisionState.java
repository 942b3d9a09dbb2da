package org.industrialmind.learning.decision;

/**
 * What a {@link DecisionPolicy} has to remember of one machine between two windows; small enough for a database row.
 *
 * @param lastNanos end of the last window seen, or {@link #NEVER}
 * @param block that is being gathered
 * @param drift what the finished blocks have added up to
 * @param margin by which false episodes have raised the limit, relative to it
 * @param discovered whether the rule of the fleet has called the last block abnormal that it decided on
 */
public record DecisionState(long lastNanos, Block block, Drift drift, double margin, boolean discovered) {
    public static final long NEVER = Long.MIN_VALUE;

    /** @throws IllegalArgumentException if the margin is negative or not finite */
    public DecisionState {
        if (!(margin >= 0) || Double.isInfinite(margin)) {
            throw new IllegalArgumentException(
                    "decision state with margin " + margin + ": expected a finite one from 0");
        }
    }

    /** Returns the state of a machine of which no window has been seen. */
    public static DecisionState initial() {
        return new DecisionState(NEVER, Block.empty(NEVER), Drift.none(), 0, false);
    }

    DecisionState gathered(long windowEndNanos, Block next) {
        return new DecisionState(windowEndNanos, next, drift, margin, discovered);
    }

    DecisionState drifted(Drift next) {
        return new DecisionState(lastNanos, block, next, margin, discovered);
    }

    DecisionState withMargin(double next) {
        return new DecisionState(lastNanos, block, drift, next, discovered);
    }

    DecisionState withDiscovered(boolean next) {
        return new DecisionState(lastNanos, block, drift, margin, next);
    }
}
