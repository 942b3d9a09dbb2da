package org.industrialmind.learning.decision;

import org.industrialmind.foundations.statistics.Normal;

/**
 * What adds up from block to block: the mean surprise of a block as a standard normal value, whitened, into a cumulative
 * sum.
 *
 * <p>The run length of the sum is designed for independent values, and blocks that follow each other are not: the weather
 * outlasts them. So the part of a value that the one before explains is taken off; a lasting shift counts for less then,
 * as it should, since it is harder to tell from the weather.
 *
 * @param tail of block means in normal running of the class
 * @param memory correlation of a block with the one before it, in [0, 1)
 * @param fewestWindows that a block must have to count
 */
record SlowEvidence(Tail tail, double memory, int fewestWindows, Evidence.CumulativeSum sum) {
    static final double MOST_MEMORY = 0.9;

    private static final double HIGHEST = 4; // no block counts for more: what lasts is sought, the rest is seen at once
    private static final double LOWEST = -3;
    private static final double FULL = 1.5; // times the limit: a machine that was long abnormal must be able to recover

    SlowEvidence {
        if (!(memory >= 0 && memory <= MOST_MEMORY) || fewestWindows < 1) {
            throw new IllegalArgumentException("slow evidence with memory " + memory + " from " + fewestWindows
                    + " windows on: expected a memory in [0, " + MOST_MEMORY + "] and at least 1 window");
        }
    }

    /** Returns the standard normal value of a block. */
    double value(Block block) {
        return value(tail, block.mean());
    }

    static double value(Tail tail, double mean) {
        double p = tail.probability(mean);
        return p >= 1 ? LOWEST : Math.clamp(-Normal.quantile(p), LOWEST, HIGHEST);
    }

    /** Returns the value less what the block before explains. */
    static double whitened(double value, double before, double memory) {
        return (value - memory * before) / Math.sqrt(1 - memory * memory);
    }

    /**
     * Returns what has added up after a finished block.
     *
     * @param startNanos where the block began
     */
    Drift next(Drift before, Block block, long startNanos) {
        double value = value(block);
        boolean follows = before.blockIndex() == block.index() - 1;
        double fresh = follows ? whitened(value, before.value(), memory) : value;
        double evidence = Math.min(FULL * sum.limit(), sum.next(before.evidence(), fresh));
        long since = before.evidence() > 0 ? before.sinceNanos() : startNanos;
        return new Drift(block.index(), value, evidence, evidence == 0 ? DecisionState.NEVER : since);
    }

    boolean counts(Block block) {
        return block.windows() >= fewestWindows;
    }
}
