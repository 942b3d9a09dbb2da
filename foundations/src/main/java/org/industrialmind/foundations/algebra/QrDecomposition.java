package org.industrialmind.foundations.algebra;

/**
 * The decomposition A = Q R into orthonormal columns and an upper triangle, by Householder mirrors.
 *
 * <p>The columns of Q are those of A made perpendicular to each other one by one. Gram and Schmidt do just that, and lose
 * perpendicularity as fast as columns are alike; mirrors keep Q orthonormal to rounding whatever A is. It is the way to
 * least squares: |A x - b| is least where R x = Q'b, and A'A, which has the square of A's condition number, is never
 * formed.
 *
 * <p>Thin form: for A of [m, n], m at least n, Q is [m, n] and R is [n, n]; signs of R's diagonal are free. Mirrors are
 * applied {@value MirrorBlock#WIDTH} at a time, so most of the work is products of matrices. Complexity: 2 m n^2, and as
 * much again for Q.
 *
 * <ol>
 *   <li>Golub and Van Loan 2013, Matrix Computations, 4th ed., sections 5.2 and 5.3.
 *   <li>Schreiber and Van Loan 1989, A storage-efficient WY representation, SIAM J. Sci. Stat. Comput. 10(1).
 * </ol>
 */
public final class QrDecomposition {
    private final Mirrors mirrors;
    private final Matrix r;
    private final int m;

    private QrDecomposition(Mirrors mirrors, Matrix r, int m) {
        this.mirrors = mirrors;
        this.r = r;
        this.m = m;
    }

    /**
     * Decomposes a matrix.
     *
     * @throws IllegalArgumentException if it is wider than tall, or a value is NaN or infinite
     */
    public static QrDecomposition of(Matrix tall) {
        requireTall(tall.requireFinite());
        int n = tall.columns();
        double[] a = tall.toArray();
        Mirrors mirrors = Mirrors.factor(a, tall.rows(), n);
        return new QrDecomposition(mirrors, new Matrix(Mirrors.triangle(a, n), n, n), tall.rows());
    }

    static void requireTall(Matrix matrix) {
        if (matrix.rows() < matrix.columns()) {
            throw new IllegalArgumentException(
                    matrix + " is wider than tall: expected at least as many rows as columns");
        }
    }

    /** Returns the orthonormal columns. Shape: [m, n]. */
    public Matrix q() {
        return new Matrix(mirrors.columns(m, r.columns()), m, r.columns());
    }

    /** Returns the upper triangle. Shape: [n, n]. */
    public Matrix r() {
        return r;
    }

    /**
     * Returns Q'b without forming Q: the first n values belong to R, the squares of the others are the residual's.
     *
     * @throws IllegalArgumentException if b has not m values
     */
    public double[] rotated(double[] b) {
        if (b.length != m) {
            throw new IllegalArgumentException("cannot rotate " + b.length + " values: expected " + m);
        }
        double[] turned = b.clone();
        mirrors.applyTransposed(turned, 1);
        return turned;
    }
}
