package org.industrialmind.learning.decision;

/**
 * What has added up against one machine, block by block.
 *
 * @param blockIndex the last block whose value counted, or {@link DecisionState#NEVER}
 * @param value its standard normal value
 * @param evidence the cumulative sum, from 0
 * @param sinceNanos end of the block before the sum left 0: since when, if anything is wrong; {@link DecisionState#NEVER} at 0
 */
public record Drift(long blockIndex, double value, double evidence, long sinceNanos) {
    /** @throws IllegalArgumentException if the evidence is negative, or a number is not finite */
    public Drift {
        if (!Double.isFinite(value + evidence) || !(evidence >= 0)) {
            throw new IllegalArgumentException("drift with evidence " + evidence + " and value " + value
                    + ": expected finite numbers, the evidence from 0");
        }
    }

    static Drift none() {
        return new Drift(DecisionState.NEVER, 0, 0, DecisionState.NEVER);
    }
}
