package org.industrialmind.foundations.algebra;

/**
 * Plane rotations of the rows of a matrix, saved up and applied many at a time.
 *
 * <p>A sweep of rotations passes over the whole matrix and does little with each number it fetches. Some thousand
 * rotations are therefore kept, and applied one strip of columns at a time: the strip stays in the cache, and strips
 * belong to different threads. Every number sees its rotations in the order in which they were added.
 */
final class Rotations {
    private static final int CAPACITY = 1 << 14;
    private static final int STRIP = 64; // columns: 500 rows of it are 256 KiB, a part of L2

    private final double[] rows;
    private final int length;
    private final int[] first = new int[CAPACITY];
    private final int[] second = new int[CAPACITY];
    private final double[] cosine = new double[CAPACITY];
    private final double[] sine = new double[CAPACITY];
    private int count;

    /** Rotates rows of this many values in the array, which the caller reads after {@link #flush}. */
    Rotations(double[] rows, int length) {
        this.rows = rows;
        this.length = length;
    }

    /** Adds the rotation (x, y) <- (c x + s y, c y - s x) of two rows. */
    void add(int x, int y, double c, double s) {
        if (count == CAPACITY) {
            flush();
        }
        first[count] = x;
        second[count] = y;
        cosine[count] = c;
        sine[count] = s;
        count++;
    }

    /** Applies what has been added. */
    void flush() {
        Blocks.forEach(length, STRIP, 2L * count * length, from -> {
            int width = Math.min(STRIP, length - from);
            for (int i = 0; i < count; i++) {
                Kernels.DOUBLES.rotate(
                        width, cosine[i], sine[i], rows, first[i] * length + from, rows, second[i] * length + from);
            }
        });
        count = 0;
    }
}
