package org.industrialmind.foundations.neighbors;

import java.util.stream.IntStream;

/** How many neighbours are asked, and which rows may be one. */
final class Counts {
    private Counts() {}

    static void requireAtLeastOne(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("asking the " + k + " nearest rows: expected 1 or more");
        }
    }

    /** Returns the positions of the rows that have weight. */
    static int[] positive(double[] weights) {
        return IntStream.range(0, weights.length).filter(r -> weights[r] > 0).toArray();
    }
}
