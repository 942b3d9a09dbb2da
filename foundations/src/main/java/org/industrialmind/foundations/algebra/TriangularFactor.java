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
        tall.requireFinite();
        int m = tall.rows();
        int n = tall.columns();
        if (m < n) {
            throw new IllegalArgumentException(tall + " is wider than tall: expected at least as many rows as columns");
        }
        double[] a = tall.toArray();
        double[] r = new double[n * n];
        for (int k = 0; k < n; k++) {
            double[] w = new double[m - k];
            for (int row = k; row < m; row++) {
                w[row - k] = a[row * n + k];
            }
            Reflection mirror = Reflection.onto(w);
            reflect(a, n, k, w, mirror.beta());
            r[k * n + k] = mirror.image();
            System.arraycopy(a, k * n + k + 1, r, k * n + k + 1, n - k - 1);
        }
        return new Matrix(r, n, n);
    }

    /** Applies the mirror to the columns right of k, from row k down. */
    private static void reflect(double[] a, int n, int k, double[] w, double beta) {
        double[] dots = new double[n];
        for (int i = 0; i < w.length; i++) {
            int row = (k + i) * n;
            for (int c = k + 1; c < n; c++) {
                dots[c] += w[i] * a[row + c];
            }
        }
        for (int i = 0; i < w.length; i++) {
            int row = (k + i) * n;
            double factor = beta * w[i];
            for (int c = k + 1; c < n; c++) {
                a[row + c] -= factor * dots[c];
            }
        }
    }
}
