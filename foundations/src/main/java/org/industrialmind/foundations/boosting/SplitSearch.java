package org.industrialmind.foundations.boosting;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the cut of a column that lowers the loss most, by its histogram.
 *
 * <p>With gradient sum G and curvature sum H, a leaf of value w changes the loss by G w + (H + lambda) w^2 / 2, least at
 * w = -G / (H + lambda) [1, eq. 6]; the gain of a cut is what the two children win over their parent, doubled. Missing
 * values are tried on both sides. Categories are put in the order of G / H, in which, without a penalty, the best of all
 * their divisions is a cut [2]; those of little weight stay with the side that has more categories.
 *
 * <ol>
 *   <li>Chen and Guestrin 2016, XGBoost: a scalable tree boosting system, KDD.
 *   <li>Fisher 1958, On grouping for maximum homogeneity, JASA 53(284).
 * </ol>
 */
final class SplitSearch {
    private static final double LEAST_CURVATURE = 1e-3; // of a child: below it a Newton step is a leap

    private final BinnedColumns data;
    private final TreeShape shape;
    private final PackedDerivatives packed;
    private final int[] signs;

    SplitSearch(BinnedColumns data, TreeShape shape, PackedDerivatives packed, int[] signs) {
        this.data = data;
        this.shape = shape;
        this.packed = packed;
        this.signs = signs;
    }

    /** Returns the value of a leaf with these sums. */
    double value(long first, long last) {
        return -packed.gradient(first) / (packed.curvature(last) + shape.leafPenalty() + Double.MIN_NORMAL);
    }

    /** Returns 1 for a column along which values may only rise, -1 where they may only fall, else 0. */
    int sign(int column) {
        return signs[column];
    }

    /** Returns whether a node is large enough for two children. */
    boolean divisible(GrowingNode node) {
        return node.depth < shape.depth()
                && node.rows() / 2 >= shape.rowsPerLeaf()
                && packed.curvature(node.last) >= 2 * LEAST_CURVATURE;
    }

    /** Returns the best cut by a column, not found where none gains enough. */
    Split best(GrowingNode node, int column, int offset) {
        Split best = new Split(column, shape.leastGain());
        Scan scan = new Scan(node, column, offset, best);
        if (data.isCategorical(column)) {
            scan.categories();
        } else {
            scan.numbers();
        }
        return best;
    }

    private final class Scan {
        private final GrowingNode node;
        private final int offset;
        private final Split best;
        private final int bins;
        private final int stride = packed.stride();
        private final int sign;
        private final double gradient;
        private final double curvature;
        private final double parent;
        private final boolean missing;

        Scan(GrowingNode node, int column, int offset, Split best) {
            this.node = node;
            this.offset = offset;
            this.best = best;
            bins = data.bins(column);
            sign = signs[column];
            gradient = packed.gradient(node.first);
            curvature = packed.curvature(node.last);
            parent = node.value * gradient;
            missing = packed.count(last(bins)) > 0;
        }

        private long first(int bin) {
            return node.histogram[offset + bin * stride];
        }

        private long last(int bin) {
            return node.histogram[offset + bin * stride + stride - 1];
        }

        void numbers() {
            best.defaultSeen = missing;
            sweep(0, 0, missing ? bins : bins - 1, false); // a cut after the last bin parts off the missing values
            if (missing) {
                sweep(first(bins), last(bins), bins - 1, true);
            }
        }

        private void sweep(long startFirst, long startLast, int end, boolean missingLeft) {
            long[] histogram = node.histogram;
            int rowsPerLeaf = shape.rowsPerLeaf();
            long first = startFirst;
            long last = startLast;
            int at = offset;
            for (int b = 0; b < end; b++) {
                first += histogram[at];
                last += histogram[at + stride - 1];
                at += stride;
                int count = packed.count(last);
                if (count < rowsPerLeaf) {
                    continue;
                }
                if (node.rows() - count < rowsPerLeaf) {
                    return;
                }
                double gain = gain(first, last);
                if (gain > best.gain) {
                    best.gain = gain;
                    best.bin = b;
                    best.defaultLeft = missingLeft;
                    best.first = first;
                    best.last = last;
                }
            }
        }

        /** Returns what a cut gains; 0 where it is not allowed. */
        private double gain(long first, long last) {
            double leftGradient = packed.gradient(first);
            double leftCurvature = packed.curvature(last);
            double rightGradient = gradient - leftGradient;
            double rightCurvature = curvature - leftCurvature;
            if (leftCurvature < LEAST_CURVATURE || rightCurvature < LEAST_CURVATURE) {
                return 0;
            }
            double left = bounded(-leftGradient / (leftCurvature + shape.leafPenalty()));
            double right = bounded(-rightGradient / (rightCurvature + shape.leafPenalty()));
            if (sign * (right - left) < 0) {
                return 0;
            }
            return parent - leftGradient * left - rightGradient * right;
        }

        private double bounded(double value) {
            return Math.max(node.lower, Math.min(node.upper, value));
        }

        void categories() {
            int[] order = order();
            int half = (order.length + 1) / 2; // no further: what is not listed goes right, with the more categories
            sweepCategories(order, 1, half);
            sweepCategories(order, -1, half - 1);
        }

        /** Returns the bins of enough weight in the order of their leaf values. */
        private int[] order() {
            double support = shape.categorySupport();
            double perCurvature = node.rows() / curvature;
            return IntStream.rangeClosed(0, bins)
                    .filter(b -> packed.count(last(b)) > 0 && packed.curvature(last(b)) * perCurvature >= support)
                    .boxed()
                    .sorted(Comparator.comparingDouble(
                            b -> packed.gradient(first(b)) / (packed.curvature(last(b)) + support)))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private void sweepCategories(int[] order, int step, int most) {
            long first = 0;
            long last = 0;
            int position = step > 0 ? 0 : order.length - 1;
            for (int taken = 1; taken <= Math.min(most, order.length - 1); taken++) {
                first += first(order[position]);
                last += last(order[position]);
                position += step;
                int count = packed.count(last);
                if (count < shape.rowsPerLeaf()) {
                    continue;
                }
                if (node.rows() - count < shape.rowsPerLeaf()) {
                    return;
                }
                double gain = gain(first, last);
                if (gain > best.gain) {
                    best.gain = gain;
                    best.first = first;
                    best.last = last;
                    remember(order, step, taken);
                }
            }
        }

        private void remember(int[] order, int step, int taken) {
            long[] left = new long[4];
            int position = step > 0 ? 0 : order.length - 1;
            for (int i = 0; i < taken; i++) {
                left[order[position] >> 6] |= 1L << (order[position] & 63);
                position += step;
            }
            best.bin = 0;
            best.categories = left;
            best.defaultLeft = Split.has(left, bins);
            best.defaultSeen = missing;
        }
    }
}
