package org.industrialmind.foundations.algebra;

import java.util.Arrays;

/**
 * The reduction B = Q' A P of a tall matrix to an upper bidiagonal one, by mirrors from the left and the right.
 *
 * <p>Each step mirrors a column from the left, then a row from the right, and either touches the whole rest of the matrix.
 * The right mirror's change is therefore left pending until the next step's pass, which does both to a row while it is in
 * the cache: two passes over the matrix a column rather than four.
 *
 * <p>Shape: A [m, n], m at least n. Complexity: 4 m n^2 - 4/3 n^3.
 *
 * <ol>
 *   <li>Golub and Kahan 1965, Calculating the singular values and pseudo-inverse of a matrix, SIAM J. Numer. Anal. 2.
 *   <li>Howell, Demmel, Fulton, Hammarling and Marmol 2008, Cache efficient bidiagonalization using BLAS 2.5 operators,
 *       ACM TOMS 34(3).
 * </ol>
 */
final class Bidiagonal {
    private final int m;
    private final int n;
    private final double[] a;
    private final double[] diagonal;
    private final double[] above; // above[i] is right of diagonal[i]
    private final double[] left; // [n, m]: the vector of each left mirror as a row
    private final double[] leftBeta;
    private final double[] right; // [n, n]: the vector of each right mirror as a row
    private final double[] rightBeta;
    private final double[] pending; // [m]: what the last right mirror has still to take from each row

    /** Reduces a row-major matrix, which is overwritten. */
    Bidiagonal(double[] a, int m, int n) {
        this.m = m;
        this.n = n;
        this.a = a;
        diagonal = new double[n];
        above = new double[n];
        left = new double[n * m];
        leftBeta = new double[n];
        right = new double[n * n];
        rightBeta = new double[n];
        pending = new double[m];
        double[] column = new double[n];
        for (int k = 0; k < n; k++) {
            mirrorColumn(k, column);
            mirrorRow(k, column);
        }
    }

    /** Does what is pending, and makes {@code seen} of the left mirror's vector times the columns right of k. */
    private void mirrorColumn(int k, double[] seen) {
        int u = k * m;
        int w = k == 0 ? 0 : (k - 1) * n; // the pending mirror's vector, if there is one
        int width = n - k - 1;
        for (int r = k; r < m; r++) {
            left[u + r] = Math.fma(-pending[r], right[w + k], a[r * n + k]);
        }
        Reflection mirror = Reflection.onto(left, u + k, m - k);
        diagonal[k] = mirror.image();
        leftBeta[k] = mirror.beta();
        Arrays.fill(seen, 0);
        for (int r = k; r < m; r++) {
            if (k > 0) {
                Vectors.addScaled(width, -pending[r], right, w + k + 1, a, r * n + k + 1);
            }
            Vectors.addScaled(width, left[u + r], a, r * n + k + 1, seen, k + 1);
        }
    }

    /** Takes the left mirror's part from each row and makes pending what the right mirror takes. */
    private void mirrorRow(int k, double[] seen) {
        int u = k * m;
        int w = k * n;
        int width = n - k - 1;
        if (width == 0) {
            return;
        }
        double beta = leftBeta[k];
        Vectors.addScaled(width, -beta, seen, k + 1, a, k * n + k + 1);
        System.arraycopy(a, k * n + k + 1, right, w + k + 1, width);
        Reflection mirror = Reflection.onto(right, w + k + 1, width);
        above[k] = mirror.image();
        rightBeta[k] = mirror.beta();
        for (int r = k + 1; r < m; r++) {
            Vectors.addScaled(width, -beta * left[u + r], seen, k + 1, a, r * n + k + 1);
            pending[r] = mirror.beta() * Vectors.dot(width, a, r * n + k + 1, right, w + k + 1);
        }
    }

    double[] diagonal() {
        return diagonal;
    }

    double[] above() {
        return above;
    }

    /** Returns the first n columns of Q. Shape: [m, n]. */
    double[] q() {
        return collect(left, leftBeta, n, m, 0).columns(m, n);
    }

    /** Returns P. Shape: [n, n]. */
    double[] p() {
        return collect(right, rightBeta, n - 1, n, 1).columns(n, n);
    }

    /** Gathers mirrors into blocks; mirror k begins at row k + {@code shift}. */
    private static Mirrors collect(double[] vectors, double[] beta, int count, int length, int shift) {
        Mirrors mirrors = new Mirrors();
        for (int k = 0; k < count; k += MirrorBlock.WIDTH) {
            int width = Math.min(MirrorBlock.WIDTH, count - k);
            int from = k + shift;
            double[] block = new double[width * (length - from)];
            for (int j = 0; j < width; j++) {
                System.arraycopy(vectors, (k + j) * length + from, block, j * (length - from), length - from);
            }
            double[] betas = Arrays.copyOfRange(beta, k, k + width);
            mirrors.add(new MirrorBlock(block, betas, length - from), from);
        }
        return mirrors;
    }
}
