package org.industrialmind.foundations.boosting;

/**
 * Sums words over the bins of a column. Most of the time of training is spent in these four loops: the sums lie in
 * an array of a length that the compiler knows, so that a byte needs no check to be an index.
 */
final class Histogram {
    private Histogram() {}

    /** Returns the sum of each bin over all rows, one word a row. Shape: [256]. */
    static long[] ofAll(byte[] column, long[] words) {
        long[] sums = new long[256];
        for (int r = 0; r < column.length; r++) {
            sums[column[r] & 0xff] += words[r];
        }
        return sums;
    }

    /** Returns the sums of two words of each bin over all rows, two words a row. Shape: [256 x 2]. */
    static long[] ofAllPairs(byte[] column, long[] words) {
        long[] sums = new long[512];
        for (int r = 0; r < column.length; r++) {
            int at = (column[r] & 0xff) << 1;
            sums[at] += words[2 * r];
            sums[at + 1] += words[2 * r + 1];
        }
        return sums;
    }

    /** Returns the sum of each bin over rows [from, to) of a list; the words are those of the list, in its order. */
    static long[] of(byte[] column, int[] rows, int from, int to, long[] words) {
        long[] sums = new long[256];
        for (int i = 0; i < to - from; i++) {
            sums[column[rows[from + i]] & 0xff] += words[i];
        }
        return sums;
    }

    /** Returns the sums of two words of each bin over rows [from, to) of a list. */
    static long[] ofPairs(byte[] column, int[] rows, int from, int to, long[] words) {
        long[] sums = new long[512];
        for (int i = 0; i < to - from; i++) {
            int at = (column[rows[from + i]] & 0xff) << 1;
            sums[at] += words[2 * i];
            sums[at + 1] += words[2 * i + 1];
        }
        return sums;
    }
}
