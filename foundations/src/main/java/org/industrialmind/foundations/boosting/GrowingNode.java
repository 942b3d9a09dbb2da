package org.industrialmind.foundations.boosting;

import org.jspecify.annotations.Nullable;

/** A node while its tree grows: its rows, their sums, and the best split found, if any. */
final class GrowingNode {
    private static final long[] NONE = {};

    final int from; // rows [from, to) of the grower's list
    final int to;
    final int depth;
    final long first; // packed sums
    final long last;
    final double value;
    double lower = Double.NEGATIVE_INFINITY; // bounds of all values below, by monotone columns above
    double upper = Double.POSITIVE_INFINITY;
    double written; // the leaf's value as the finished tree has it
    long[] histogram = NONE;

    @Nullable
    Split split;

    @Nullable
    GrowingNode left;

    @Nullable
    GrowingNode right;

    GrowingNode(int from, int to, int depth, long first, long last, double value) {
        this.from = from;
        this.to = to;
        this.depth = depth;
        this.first = first;
        this.last = last;
        this.value = value;
    }

    int rows() {
        return to - from;
    }

    double gain() {
        return split == null ? 0 : split.gain;
    }

    long[] takeHistogram() {
        long[] taken = histogram;
        histogram = NONE;
        return taken;
    }
}
