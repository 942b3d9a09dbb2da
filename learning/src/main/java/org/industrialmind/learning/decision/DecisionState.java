package org.industrialmind.learning.decision;

/**
 * What a {@link DecisionPolicy} has to remember of one machine between two windows; small enough for a database row.
 *
 * @param lastNanos end of the last window seen, or {@link #NEVER}
 * @param blockIndex of the block that is being gathered
 * @param blockRegime of all its windows so far, or -1 where they differ
 * @param blockWindows how many windows it has
 * @param blockSum of their surprises
 * @param blockMaximum of their surprises
 * @param valueIndex the last block whose value counted, or {@link #NEVER}
 * @param value its standard normal value
 * @param evidence the cumulative sum
 * @param sinceNanos end of the block before the sum left 0: since when, if anything is wrong; {@link #NEVER} at 0
 * @param margin by which false episodes have raised the limit, relative to it
 * @param discovered whether the rule of the fleet has called the last block abnormal that it decided on
 */
public record DecisionState(
        long lastNanos,
        long blockIndex,
        int blockRegime,
        int blockWindows,
        double blockSum,
        double blockMaximum,
        long valueIndex,
        double value,
        double evidence,
        long sinceNanos,
        double margin,
        boolean discovered) {
    public static final long NEVER = Long.MIN_VALUE;

    /** @throws IllegalArgumentException if a number that cannot be negative is, or one is not finite */
    public DecisionState {
        boolean numbers = Double.isFinite(blockSum + blockMaximum + value + evidence + margin);
        if (!numbers || blockWindows < 0 || !(evidence >= 0) || !(margin >= 0)) {
            throw new IllegalArgumentException("decision state with " + blockWindows + " windows, evidence " + evidence
                    + " and margin " + margin + " is not valid: expected finite numbers from 0");
        }
    }

    /** Returns the state of a machine of which no window has been seen. */
    public static DecisionState initial() {
        return new DecisionState(NEVER, NEVER, Block.MIXED, 0, 0, 0, NEVER, 0, 0, NEVER, 0, false);
    }

    Block block() {
        return new Block(blockIndex, blockRegime, blockWindows, blockSum, blockMaximum);
    }

    DecisionState gathered(long windowEndNanos, Block block) {
        return new DecisionState(
                windowEndNanos,
                block.index(),
                block.regime(),
                block.windows(),
                block.sum(),
                block.maximum(),
                valueIndex,
                value,
                evidence,
                sinceNanos,
                margin,
                discovered);
    }

    DecisionState weighed(double newValue, double newEvidence, long newSince) {
        return new DecisionState(
                lastNanos,
                blockIndex,
                blockRegime,
                blockWindows,
                blockSum,
                blockMaximum,
                blockIndex,
                newValue,
                newEvidence,
                newSince,
                margin,
                discovered);
    }

    DecisionState withMargin(double newMargin) {
        return new DecisionState(
                lastNanos,
                blockIndex,
                blockRegime,
                blockWindows,
                blockSum,
                blockMaximum,
                valueIndex,
                value,
                evidence,
                sinceNanos,
                newMargin,
                discovered);
    }

    DecisionState withDiscovered(boolean found) {
        return new DecisionState(
                lastNanos,
                blockIndex,
                blockRegime,
                blockWindows,
                blockSum,
                blockMaximum,
                valueIndex,
                value,
                evidence,
                sinceNanos,
                margin,
                found);
    }
}
