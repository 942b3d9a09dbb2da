package org.industrialmind.foundations.boosting;

/** The best cut of a node by one column, as far as the search has come. */
final class Split {
    private static final long[] NUMBERS = {};

    final int column;
    double gain;
    int bin = -1; // the last bin that goes left; -1 while none is found
    long[] categories = NUMBERS; // a bit for each bin that goes left; empty for a column of numbers
    boolean defaultLeft; // where missing values go
    boolean defaultSeen; // whether missing values told so; if not, they follow the larger child
    long first; // packed sums of the left child
    long last;

    Split(int column, double leastGain) {
        this.column = column;
        gain = leastGain;
    }

    boolean found() {
        return bin >= 0;
    }

    boolean categorical() {
        return categories.length > 0;
    }

    /** Whether a bin goes left. */
    boolean goesLeft(int ofBin, int missingBin) {
        if (ofBin == missingBin) {
            return defaultLeft;
        }
        return categorical() ? has(categories, ofBin) : ofBin <= bin;
    }

    static boolean has(long[] bits, int position) {
        return (bits[position >> 6] >>> (position & 63) & 1) != 0;
    }
}
