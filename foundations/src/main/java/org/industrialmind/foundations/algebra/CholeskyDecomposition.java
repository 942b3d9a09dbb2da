package org.industrialmind.foundations.algebra;

/**
 * The decomposition A = L L' of a symmetric positive definite matrix: half the work of elimination, no exchange of rows,
 * and a proof that the matrix is what it should be.
 *
 * <p>A covariance, a kernel or a Hessian at a minimum is positive definite, unless rounding or the data have spoiled it;
 * the first pivot that is not positive tells where. Shape: A [n, n], of which the lower triangle is read. Complexity:
 * 1/3 n^3, then 2 n^2 a right-hand side.
 *
 * @see "Golub and Van Loan 2013, Matrix Computations, 4th ed., section 4.2"
 */
public final class CholeskyDecomposition {
    private final int n;
    private final double[] l;

    private CholeskyDecomposition(int n, double[] l) {
        this.n = n;
        this.l = l;
    }

    /**
     * Decomposes a matrix.
     *
     * @throws IllegalArgumentException if it is not square, a value is NaN or infinite, it is not symmetric to rounding, or
     *     it is not positive definite; the message names the pivot
     */
    public static CholeskyDecomposition of(Matrix symmetric) {
        SymmetricEigen.requireSymmetric(symmetric.requireFinite());
        int n = symmetric.rows();
        double[] l = symmetric.toArray();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                l[i * n + j] = (l[i * n + j] - Vectors.dot(j, l, i * n, l, j * n)) / l[j * n + j];
            }
            double pivot = l[i * n + i] - Vectors.dot(i, l, i * n, l, i * n);
            if (!(pivot > 0)) {
                throw new IllegalArgumentException("the matrix is not positive definite: pivot " + i + " is " + pivot
                        + ", expected more than 0; add to the diagonal, or remove what depends on the rest");
            }
            l[i * n + i] = Math.sqrt(pivot);
            for (int j = i + 1; j < n; j++) {
                l[i * n + j] = 0;
            }
        }
        return new CholeskyDecomposition(n, l);
    }

    /** Returns the lower triangle. */
    public Matrix l() {
        return Matrix.of(n, n, l);
    }

    /** Returns the natural logarithm of A's determinant. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.log(l[i * n + i]);
        }
        return 2 * sum;
    }

    /**
     * Returns x of L x = b: b made white, if A is its covariance.
     *
     * @throws IllegalArgumentException if b has not n values
     */
    public double[] whitened(double[] b) {
        requireLength(b.length);
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            x[i] = (x[i] - Vectors.dot(i, l, i * n, x, 0)) / l[i * n + i];
        }
        return x;
    }

    /**
     * Returns b' A^-1 b: the squared distance of Mahalanobis, if A is a covariance.
     *
     * @throws IllegalArgumentException if b has not n values
     */
    public double squaredDistance(double[] b) {
        double[] x = whitened(b);
        return Vectors.dot(n, x, 0, x, 0);
    }

    /**
     * Returns x of A x = b.
     *
     * @throws IllegalArgumentException if b has not n values
     */
    public double[] solve(double[] b) {
        double[] x = whitened(b);
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= l[i * n + i];
            Vectors.addScaled(i, -x[i], l, i * n, x, 0);
        }
        return x;
    }

    /**
     * Returns X of A X = B. Shape: B and X [n, columns].
     *
     * @throws IllegalArgumentException if B has not n rows
     */
    public Matrix solve(Matrix b) {
        requireLength(b.rows());
        double[] solved = new double[n * b.columns()];
        for (int c = 0; c < b.columns(); c++) { // as rows, turned at the end
            System.arraycopy(solve(b.column(c)), 0, solved, c * n, n);
        }
        return new Matrix(solved, b.columns(), n).transposed();
    }

    /** Returns the inverse; to solve a system, {@link #solve} is less work and more exact. */
    public Matrix inverse() {
        return solve(Matrix.identity(n));
    }

    private void requireLength(int length) {
        if (length != n) {
            throw new IllegalArgumentException("the right-hand side has " + length + " rows: expected " + n);
        }
    }
}
