package org.industrialmind.foundations.boosting;

/**
 * Gradient, curvature and count of each row, as whole numbers in one or two longs, so that a histogram sums all three at
 * once.
 *
 * <p>Sums of whole numbers are exact: they do not depend on the order of the rows or the number of threads, and a parent's
 * histogram less one child's is the other child's to the last bit. Where every curvature is 1 a row is one word, the
 * gradient above the count; otherwise it is two, the gradient, and the curvature above the count. The scales are powers of
 * two that leave the sums of all rows just below the word's end: with a million rows the mean row still has 20 bits or more,
 * about what a float would give it, and sums over many rows have more.
 */
final class PackedDerivatives {
    private static final int BITS = 62; // of a signed word, with one to spare for rounding

    private final boolean unit;
    private final int rows;
    private final int countBits;
    private final long[] words;
    private double gradientUnit = 1;
    private double curvatureUnit = 1;

    PackedDerivatives(int rows, boolean unit) {
        this.unit = unit;
        this.rows = rows;
        countBits = 64 - Long.numberOfLeadingZeros(rows); // enough for the count of all rows
        words = new long[Math.multiplyExact(rows, unit ? 1 : 2)];
    }

    /** Replaces all rows. Shape: [row]; curvatures are not read where they are all 1. */
    void pack(double[] gradients, double[] curvatures) {
        int gradientExponent = exponent(gradients, unit ? BITS - countBits : BITS);
        double gradientScale = Math.scalb(1.0, gradientExponent);
        gradientUnit = Math.scalb(1.0, -gradientExponent);
        if (unit) {
            RowBlocks.each(rows, (from, to) -> {
                for (int r = from; r < to; r++) {
                    words[r] = ((long) Math.rint(gradients[r] * gradientScale) << countBits) + 1;
                }
            });
            return;
        }
        int curvatureExponent = exponent(curvatures, BITS - countBits);
        double curvatureScale = Math.scalb(1.0, curvatureExponent);
        curvatureUnit = Math.scalb(1.0, -curvatureExponent);
        RowBlocks.each(rows, (from, to) -> {
            for (int r = from; r < to; r++) {
                words[2 * r] = (long) Math.rint(gradients[r] * gradientScale);
                words[2 * r + 1] = ((long) Math.rint(curvatures[r] * curvatureScale) << countBits) + 1;
            }
        });
    }

    /** Returns the largest power of two that keeps the scaled sum within so many bits. */
    private int exponent(double[] values, int bits) {
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            sum += Math.abs(values[r]);
        }
        if (!(sum > 0) || Double.isInfinite(sum)) {
            return 0;
        }
        int room = bits - 2 - Math.getExponent(sum); // rounding adds at most half a unit for each row: one bit more
        return Math.min(room, 1000); // the inverse stays a normal number
    }

    /** Whether a row is one word, for its curvature is 1. */
    boolean unit() {
        return unit;
    }

    /** Returns how many words a row has. */
    int stride() {
        return unit ? 1 : 2;
    }

    /** The words of all rows, one row after another; not a copy. */
    long[] words() {
        return words;
    }

    /** Returns the gradient in the first word of a sum. */
    double gradient(long first) {
        return (unit ? first >> countBits : first) * gradientUnit;
    }

    /** Returns the curvature in the last word of a sum. */
    double curvature(long last) {
        return unit ? count(last) : (last >> countBits) * curvatureUnit;
    }

    /** Returns the number of rows in the last word of a sum. */
    int count(long last) {
        return (int) (last & ((1L << countBits) - 1));
    }
}
