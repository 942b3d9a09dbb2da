package org.industrialmind.foundations.algebra;

import java.util.stream.IntStream;

/**
 * The decomposition P A = L U of a square matrix by Gauss's elimination, the largest pivot of each column first.
 *
 * <p>Elimination without exchanging rows divides by whatever stands on the diagonal; [0 1; 1 0] defeats it and 1e-20 in
 * place of that zero ruins it quietly. Taking the largest entry of the column keeps every factor at most 1. Systems,
 * determinant and inverse follow; to solve a system, {@link #solve} is half the work of the inverse and more exact.
 *
 * <p>Columns are eliminated {@value #WIDTH} at a time and the rest of the matrix is brought up to date by one product.
 * Shape: A [n, n]. Complexity: 2/3 n^3, then 2 n^2 a right-hand side.
 *
 * @see "Golub and Van Loan 2013, Matrix Computations, 4th ed., section 3.4"
 */
public final class LuDecomposition {
    private static final int WIDTH = 48;

    private final int n;
    private final double[] lu; // L below the diagonal, its ones not kept; U on it and above
    private final int[] order; // row i of P A is row order[i] of A
    private final int sign;

    private LuDecomposition(int n, double[] lu, int[] order, int sign) {
        this.n = n;
        this.lu = lu;
        this.order = order;
        this.sign = sign;
    }

    /**
     * Decomposes a matrix, singular or not.
     *
     * @throws IllegalArgumentException if it is not square, or a value is NaN or infinite
     */
    public static LuDecomposition of(Matrix square) {
        square.requireFinite();
        int n = square.rows();
        if (square.columns() != n) {
            throw new IllegalArgumentException(square + " is not square: expected as many columns as rows");
        }
        double[] a = square.toArray();
        int[] order = IntStream.range(0, n).toArray();
        int sign = 1;
        for (int from = 0; from < n; from += WIDTH) {
            int to = Math.min(n, from + WIDTH);
            for (int k = from; k < to; k++) {
                int pivot = largestBelow(a, n, k);
                if (pivot != k) {
                    swapRows(a, n, k, pivot, order);
                    sign = -sign;
                }
                eliminate(a, n, k, to);
            }
            for (int k = from; k < to; k++) { // the rows of U right of these columns
                for (int row = k + 1; row < to; row++) {
                    Vectors.addScaled(n - to, -a[row * n + k], a, k * n + to, a, row * n + to);
                }
            }
            if (to < n) {
                int rest = n - to;
                Gemm.add(rest, rest, to - from, -1, a, to * n + from, n, 1, a, from * n + to, n, 1, a, to * n + to, n);
            }
        }
        return new LuDecomposition(n, a, order, sign);
    }

    private static int largestBelow(double[] a, int n, int k) {
        int largest = k;
        for (int row = k + 1; row < n; row++) {
            largest = Math.abs(a[row * n + k]) > Math.abs(a[largest * n + k]) ? row : largest;
        }
        return largest;
    }

    private static void swapRows(double[] a, int n, int i, int j, int[] order) {
        for (int c = 0; c < n; c++) {
            double value = a[i * n + c];
            a[i * n + c] = a[j * n + c];
            a[j * n + c] = value;
        }
        int name = order[i];
        order[i] = order[j];
        order[j] = name;
    }

    private static void eliminate(double[] a, int n, int k, int to) {
        double pivot = a[k * n + k];
        if (pivot == 0) { // the column is zero from here down: nothing to eliminate
            return;
        }
        for (int row = k + 1; row < n; row++) {
            double factor = a[row * n + k] / pivot;
            a[row * n + k] = factor;
            Vectors.addScaled(to - k - 1, -factor, a, k * n + k + 1, a, row * n + k + 1);
        }
    }

    /** Returns the lower triangle, ones on its diagonal. */
    public Matrix l() {
        double[] l = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(lu, i * n, l, i * n, i);
            l[i * n + i] = 1;
        }
        return new Matrix(l, n, n);
    }

    /** Returns the upper triangle. */
    public Matrix u() {
        return new Matrix(Mirrors.triangle(lu, n), n, n);
    }

    /** Returns the rows of A in the order of L U's. */
    public int[] permutation() {
        return order.clone();
    }

    /** Returns the determinant; it overflows early, {@link #logDeterminant} does not. */
    public double determinant() {
        double product = sign;
        for (int i = 0; i < n; i++) {
            product *= lu[i * n + i];
        }
        return product;
    }

    /** Returns the natural logarithm of the determinant's size, minus infinity for a singular matrix. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.log(Math.abs(lu[i * n + i]));
        }
        return sum;
    }

    /** Returns whether a pivot is exactly zero; {@link SingularValues#condition} tells how near to singular others are. */
    public boolean isSingular() {
        return IntStream.range(0, n).anyMatch(i -> lu[i * n + i] == 0);
    }

    /**
     * Returns x of A x = b.
     *
     * @throws IllegalArgumentException if b has not n values
     * @throws IllegalStateException if the matrix is singular
     */
    public double[] solve(double[] b) {
        return solve(Matrix.of(b.length, 1, b)).toArray();
    }

    /**
     * Returns X of A X = B. Shape: B and X [n, columns].
     *
     * @throws IllegalArgumentException if B has not n rows
     * @throws IllegalStateException if the matrix is singular
     */
    public Matrix solve(Matrix b) {
        if (b.rows() != n) {
            throw new IllegalArgumentException("the right-hand side has " + b.rows() + " rows: expected " + n);
        }
        int columns = b.columns();
        double[] x = new double[n * columns];
        for (int i = 0; i < n; i++) {
            System.arraycopy(b.row(order[i]), 0, x, i * columns, columns);
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                Vectors.addScaled(columns, -lu[i * n + k], x, k * columns, x, i * columns);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                Vectors.addScaled(columns, -lu[i * n + k], x, k * columns, x, i * columns);
            }
            double pivot = lu[i * n + i];
            if (pivot == 0) {
                throw new IllegalStateException("the matrix is singular, pivot " + i
                        + " is 0: solve for least squares with PseudoInverse, or remove what depends on the rest");
            }
            for (int c = 0; c < columns; c++) {
                x[i * columns + c] /= pivot;
            }
        }
        return new Matrix(x, n, columns);
    }

    /**
     * Returns the inverse.
     *
     * @throws IllegalStateException if the matrix is singular
     */
    public Matrix inverse() {
        return solve(Matrix.identity(n));
    }
}
