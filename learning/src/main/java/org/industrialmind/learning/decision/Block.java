package org.industrialmind.learning.decision;

/**
 * What has been seen of one machine in one block of time.
 *
 * @param index of the block: it ends at (index + 1) times its length since the epoch
 * @param regime of all its windows, or {@link #MIXED}
 * @param windows how many were judged; 0 before the first
 * @param sum of their surprises
 * @param maximum of their surprises
 */
public record Block(long index, int regime, int windows, double sum, double maximum) {
    /** The regime of a block whose windows are of several, or that has none. */
    public static final int MIXED = -1;

    /** @throws IllegalArgumentException if the number of windows is negative, or a surprise is not finite */
    public Block {
        if (windows < 0 || !Double.isFinite(sum + maximum)) {
            throw new IllegalArgumentException("a block of " + windows + " windows with a sum of " + sum
                    + " and a maximum of " + maximum + ": expected a number from 0 and finite surprises");
        }
    }

    static Block empty(long index) {
        return new Block(index, MIXED, 0, 0, 0);
    }

    /** Returns the index of the block that holds a window: by its end, which is exclusive. */
    static long indexOf(long windowEndNanos, long blockNanos) {
        return Math.floorDiv(windowEndNanos - 1, blockNanos);
    }

    Block with(int regimeOfWindow, double surprise) {
        int one = windows == 0 || regime == regimeOfWindow ? regimeOfWindow : MIXED;
        return new Block(index, one, windows + 1, sum + surprise, Math.max(maximum, surprise));
    }

    double mean() {
        return sum / windows;
    }
}
