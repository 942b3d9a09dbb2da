package org.industrialmind.foundations.algebra;

/**
 * The triangular factor R of A = Q R, by Householder mirrors; Q is not formed.
 *
 * <p>R has the same singular values and right singular vectors as A, since A'A = R'R, but only as many rows as columns:
 * a principal component analysis of a hundred thousand rows needs the singular values of a small square, and no digit is
 * lost as it would be by forming A'A.
 *
 * <p>Shape: A of [m, n] with m at least n gives R of [n, n], zero below the diagonal. Complexity: 2 m n^2.
 *
 * @see QrDecomposition
 * @see "Chan 1982, An improved algorithm for computing the singular value decomposition, ACM TOMS 8(1)"
 */
public final class TriangularFactor {
    private TriangularFactor() {}

    /**
     * Returns R.
     *
     * @throws IllegalArgumentException if the matrix is wider than tall, or a value is NaN or infinite
     */
    public static Matrix of(Matrix tall) {
        QrDecomposition.requireTall(tall.requireFinite());
        double[] a = tall.toArray();
        Mirrors.factor(a, tall.rows(), tall.columns());
        return new Matrix(Mirrors.triangle(a, tall.columns()), tall.columns(), tall.columns());
    }
}
