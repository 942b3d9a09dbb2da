package org.industrialmind.foundations.algebra;

import java.util.ArrayList;
import java.util.List;

/**
 * An orthogonal matrix as a product of mirrors, block after block, each block beginning some rows further down.
 *
 * <p>{@link #factor} makes one from a matrix: A = Q R, where R replaces A.
 */
final class Mirrors {
    private record Placed(MirrorBlock block, int from) {}

    private final List<Placed> blocks = new ArrayList<>();

    /** Adds mirrors that act on rows from {@code from} on. */
    void add(MirrorBlock block, int from) {
        blocks.add(new Placed(block, from));
    }

    /**
     * Replaces a tall [m, n] matrix by R in its upper triangle, and returns Q. What lies below the triangle is left over
     * and means nothing.
     */
    static Mirrors factor(double[] a, int m, int n) {
        Mirrors q = new Mirrors();
        for (int k = 0; k < n; k += MirrorBlock.WIDTH) {
            int width = Math.min(MirrorBlock.WIDTH, n - k);
            MirrorBlock block = factorPanel(a, m - k, n, k, width);
            block.applyTransposed(a, k * n + k + width, n, n - k - width);
            q.add(block, k);
        }
        return q;
    }

    /** Factors the columns from k on, turned so that each lies along memory, and writes their part of R back. */
    private static MirrorBlock factorPanel(double[] a, int length, int n, int k, int width) {
        double[] panel = new double[width * length];
        for (int r = 0; r < length; r++) {
            for (int c = 0; c < width; c++) {
                panel[c * length + r] = a[(k + r) * n + k + c];
            }
        }
        double[] beta = new double[width];
        for (int j = 0; j < width; j++) {
            int at = j * length + j;
            for (int r = 0; r < j; r++) {
                a[(k + r) * n + k + j] = panel[j * length + r];
                panel[j * length + r] = 0;
            }
            Reflection mirror = Reflection.onto(panel, at, length - j);
            a[(k + j) * n + k + j] = mirror.image();
            beta[j] = mirror.beta();
            for (int c = j + 1; c < width; c++) {
                double dot = Vectors.dot(length - j, panel, at, panel, c * length + j);
                Vectors.addScaled(length - j, -mirror.beta() * dot, panel, at, panel, c * length + j);
            }
        }
        return new MirrorBlock(panel, beta, length);
    }

    /** X <- Q X. Shape: X is [m, columns], contiguous. */
    void apply(double[] x, int columns) {
        for (Placed placed : blocks.reversed()) {
            placed.block.apply(x, placed.from * columns, columns, columns);
        }
    }

    /** X <- Q' X. Shape: X is [m, columns], contiguous. */
    void applyTransposed(double[] x, int columns) {
        for (Placed placed : blocks) {
            placed.block.applyTransposed(x, placed.from * columns, columns, columns);
        }
    }

    /** Returns the first columns of Q. Shape: [m, columns]. */
    double[] columns(int m, int columns) {
        double[] q = new double[m * columns];
        for (int i = 0; i < Math.min(m, columns); i++) {
            q[i * columns + i] = 1;
        }
        for (Placed placed : blocks.reversed()) { // to the left of its first row the identity is not touched yet
            int from = placed.from;
            placed.block.apply(q, from * columns + Math.min(from, columns), columns, Math.max(0, columns - from));
        }
        return q;
    }

    /** Returns the triangle that {@link #factor} left in a. Shape: [n, n]. */
    static double[] triangle(double[] a, int n) {
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a, i * n + i, r, i * n + i, n - i);
        }
        return r;
    }
}
