package org.industrialmind.foundations.algebra;

import org.industrialmind.foundations.algebra.DoubleOperands.DoubleView;
import org.industrialmind.foundations.algebra.FloatOperands.FloatView;

/**
 * Products of matrices that lie in plain arrays: the door for code that keeps arrays of its own.
 *
 * <p>A matrix is an array, the place of its first entry and two steps: from a row to the next and from a column to the
 * next. A row-major [m, k] matrix has steps (k, 1); the same array with steps (1, k) is its transpose, at no cost; a part of
 * a larger matrix keeps the larger one's steps. {@link Matrix#times(Matrix)} is the same product for those who have
 * matrices.
 *
 * <p>The result does not depend on the number of threads (large products use the common pool), nor on whether the vector
 * module is loaded: sums are taken in one fixed order, each multiply-add rounded once. The result must not overlap
 * a factor. Complexity: m n k multiply-adds.
 */
public final class Gemm {
    private Gemm() {}

    /**
     * Computes c += factor a b. Shape: a [m, k], b [k, n], c [m, n]; rows of c are contiguous.
     *
     * @throws IllegalArgumentException if a matrix does not lie within its array, or a number is negative
     */
    public static void add(
            int m,
            int n,
            int k,
            double factor,
            double[] a,
            int aAt,
            int aRowStep,
            int aColumnStep,
            double[] b,
            int bAt,
            int bRowStep,
            int bColumnStep,
            double[] c,
            int cAt,
            int cRowStep) {
        Kernels.DOUBLES.multiply(new DoubleOperands(
                m,
                n,
                k,
                factor,
                new DoubleView(a, aAt, aRowStep, aColumnStep).require(m, k, "a"),
                new DoubleView(b, bAt, bRowStep, bColumnStep).require(k, n, "b"),
                new DoubleView(c, cAt, cRowStep, 1).require(m, n, "c")));
    }

    /** Computes c += a b of contiguous matrices. Shape: a [m, k], b [k, n], c [m, n]. */
    public static void add(int m, int n, int k, double[] a, double[] b, double[] c) {
        add(m, n, k, 1, a, 0, k, 1, b, 0, n, 1, c, 0, n);
    }

    /** Computes c += a' b of contiguous matrices. Shape: a [k, m], b [k, n], c [m, n]. */
    public static void addTransposedLeft(int m, int n, int k, double[] a, double[] b, double[] c) {
        add(m, n, k, 1, a, 0, 1, m, b, 0, n, 1, c, 0, n);
    }

    /** Computes c += a b' of contiguous matrices. Shape: a [m, k], b [n, k], c [m, n]. */
    public static void addTransposedRight(int m, int n, int k, double[] a, double[] b, double[] c) {
        add(m, n, k, 1, a, 0, k, 1, b, 0, 1, k, c, 0, n);
    }

    /** Computes y += factor A x. Shape: A [m, n] with contiguous rows, x [n], y [m]. */
    public static void addTimesVector(
            int m, int n, double factor, double[] a, int aAt, int aRowStep, double[] x, int xAt, double[] y, int yAt) {
        for (int r = 0; r < m; r++) {
            y[yAt + r] = Math.fma(factor, Vectors.dot(n, a, aAt + r * aRowStep, x, xAt), y[yAt + r]);
        }
    }

    /** Computes y += factor A' x. Shape: A [m, n] with contiguous rows, x [m], y [n]. */
    public static void addTransposedTimesVector(
            int m, int n, double factor, double[] a, int aAt, int aRowStep, double[] x, int xAt, double[] y, int yAt) {
        for (int r = 0; r < m; r++) {
            Vectors.addScaled(n, factor * x[xAt + r], a, aAt + r * aRowStep, y, yAt);
        }
    }

    /**
     * Computes c += factor a b in single precision. Shape: a [m, k], b [k, n], c [m, n]; rows of c are contiguous.
     *
     * @throws IllegalArgumentException if a matrix does not lie within its array, or a number is negative
     */
    public static void add(
            int m,
            int n,
            int k,
            float factor,
            float[] a,
            int aAt,
            int aRowStep,
            int aColumnStep,
            float[] b,
            int bAt,
            int bRowStep,
            int bColumnStep,
            float[] c,
            int cAt,
            int cRowStep) {
        Kernels.FLOATS.multiply(new FloatOperands(
                m,
                n,
                k,
                factor,
                new FloatView(a, aAt, aRowStep, aColumnStep).require(m, k, "a"),
                new FloatView(b, bAt, bRowStep, bColumnStep).require(k, n, "b"),
                new FloatView(c, cAt, cRowStep, 1).require(m, n, "c")));
    }

    /** Computes c += a b of contiguous matrices. Shape: a [m, k], b [k, n], c [m, n]. */
    public static void add(int m, int n, int k, float[] a, float[] b, float[] c) {
        add(m, n, k, 1, a, 0, k, 1, b, 0, n, 1, c, 0, n);
    }

    /** Computes c += a' b of contiguous matrices. Shape: a [k, m], b [k, n], c [m, n]. */
    public static void addTransposedLeft(int m, int n, int k, float[] a, float[] b, float[] c) {
        add(m, n, k, 1, a, 0, 1, m, b, 0, n, 1, c, 0, n);
    }

    /** Computes c += a b' of contiguous matrices. Shape: a [m, k], b [n, k], c [m, n]. */
    public static void addTransposedRight(int m, int n, int k, float[] a, float[] b, float[] c) {
        add(m, n, k, 1, a, 0, k, 1, b, 0, 1, k, c, 0, n);
    }
}
