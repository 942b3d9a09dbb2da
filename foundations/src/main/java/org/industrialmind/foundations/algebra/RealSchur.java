package org.industrialmind.foundations.algebra;

/**
 * The real Schur form A = Z T Z': Z orthogonal, T upper triangular but for blocks of two by two where eigenvalues are a
 * complex pair.
 *
 * <p>Mirrors first make A a Hessenberg matrix H, zero below the subdiagonal. A QR step with shift s replaces H - s I = Q R by
 * R Q + s I, which has the same eigenvalues and a smaller subdiagonal. Shifts near complex eigenvalues would make everything
 * complex, but a pair of conjugate shifts together is real: its first column starts a bulge of three rows that mirrors chase
 * down the diagonal (Francis), and neither shift is ever subtracted. Where a subdiagonal entry has become negligible the
 * problem splits. About two steps an eigenvalue; every tenth without success takes a shift out of the ordinary, for the
 * matrices that are their own QR step.
 *
 * <p>Shape: A [n, n]. Complexity: about 25 n^3.
 *
 * <ol>
 *   <li>Francis 1961, The QR transformation, Computer Journal 4.
 *   <li>Golub and Van Loan 2013, Matrix Computations, 4th ed., section 7.5.
 *   <li>Smith et al. 1976, Matrix Eigensystem Routines - EISPACK Guide (hqr2), for the tests of smallness.
 * </ol>
 */
final class RealSchur {
    private static final double EPSILON = Math.ulp(1.0);
    private static final int STEPS_PER_VALUE = 60;

    private final int n;
    private final double[][] h;
    private final double[][] z;
    private final double norm;

    RealSchur(Matrix square) {
        n = square.rows();
        h = new double[n][];
        z = new double[n][n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            h[i] = square.row(i);
            z[i][i] = 1;
            for (double value : h[i]) {
                sum += Math.abs(value);
            }
        }
        norm = sum;
        for (int k = 0; k < n - 2; k++) {
            mirrorBelow(k);
        }
        int high = n - 1;
        while (high > 0) {
            high = settle(high);
        }
    }

    /** Returns the block-triangular matrix; its rows are shared. */
    double[][] t() {
        return h;
    }

    /** Returns the orthogonal matrix; its rows are shared. */
    double[][] z() {
        return z;
    }

    /** Zeroes column k below the subdiagonal: H <- M H M, Z <- Z M. */
    private void mirrorBelow(int k) {
        int from = k + 1;
        int size = n - from;
        double[] w = new double[size];
        for (int i = 0; i < size; i++) {
            w[i] = h[from + i][k];
        }
        Reflection mirror = Reflection.onto(w);
        double[] dots = new double[n];
        for (int i = 0; i < size; i++) {
            Vectors.addScaled(n - from, w[i], h[from + i], from, dots, from);
        }
        for (int i = 0; i < size; i++) {
            Vectors.addScaled(n - from, -mirror.beta() * w[i], dots, from, h[from + i], from);
            h[from + i][k] = i == 0 ? mirror.image() : 0;
        }
        for (int r = 0; r < n; r++) {
            Vectors.addScaled(size, -mirror.beta() * Vectors.dot(size, h[r], from, w, 0), w, 0, h[r], from);
            Vectors.addScaled(size, -mirror.beta() * Vectors.dot(size, z[r], from, w, 0), w, 0, z[r], from);
        }
    }

    /** Takes steps until the last eigenvalue of the active part, or its last pair, stands alone; returns the new end. */
    private int settle(int high) {
        for (int steps = 1; ; steps++) {
            int low = split(high);
            if (low == high) {
                return high - 1;
            }
            if (low == high - 1) {
                separate(low);
                return high - 2;
            }
            if (steps > STEPS_PER_VALUE) {
                throw new IllegalStateException("eigenvalue " + high + " of a " + n + " x " + n
                        + " matrix did not settle in " + STEPS_PER_VALUE + " steps: is it extremely ill scaled?");
            }
            chase(low, high, steps % 10 == 0);
        }
    }

    /** Returns where the part that ends at {@code high} begins: below a negligible subdiagonal entry, made zero. */
    private int split(int high) {
        int low = high;
        while (low > 0) {
            double neighbours = Math.abs(h[low - 1][low - 1]) + Math.abs(h[low][low]);
            if (Math.abs(h[low][low - 1]) <= EPSILON * (neighbours == 0 ? norm : neighbours)) {
                h[low][low - 1] = 0;
                return low;
            }
            low--;
        }
        return low;
    }

    /** Rotates a block of two by two to a triangle if its eigenvalues are real. */
    private void separate(int k) {
        double half = (h[k][k] - h[k + 1][k + 1]) / 2;
        double discriminant = half * half + h[k + 1][k] * h[k][k + 1];
        if (discriminant < 0) {
            return;
        }
        double away = half + Math.copySign(Math.sqrt(discriminant), half);
        double length = Math.hypot(h[k + 1][k], away); // (away, below) is an eigenvector
        double c = away / length;
        double s = h[k + 1][k] / length;
        Kernels.DOUBLES.rotate(n - k, c, s, h[k], k, h[k + 1], k);
        for (int r = 0; r <= k + 1; r++) {
            rotateColumns(h[r], k, c, s);
        }
        for (int r = 0; r < n; r++) {
            rotateColumns(z[r], k, c, s);
        }
        h[k + 1][k] = 0;
    }

    private static void rotateColumns(double[] row, int k, double c, double s) {
        double left = row[k];
        row[k] = c * left + s * row[k + 1];
        row[k + 1] = c * row[k + 1] - s * left;
    }

    /** One double step: makes the bulge at {@code low} and chases it out at {@code high}. */
    private void chase(int low, int high, boolean exceptional) {
        double trace = h[high - 1][high - 1] + h[high][high];
        double determinant = h[high - 1][high - 1] * h[high][high] - h[high - 1][high] * h[high][high - 1];
        if (exceptional) { // EISPACK's: a pair of shifts of the size of the last two subdiagonal entries
            double size = Math.abs(h[high][high - 1]) + Math.abs(h[high - 1][high - 2]);
            trace = 1.5 * size;
            determinant = size * size;
        }
        double[] bulge = { // first column of (H - s1 I)(H - s2 I), over h[low + 1][low], which scales it only
            (h[low][low] * (h[low][low] - trace) + determinant) / h[low + 1][low] + h[low][low + 1],
            h[low][low] + h[low + 1][low + 1] - trace,
            h[low + 2][low + 1]
        };
        for (int k = low; k < high; k++) {
            int size = Math.min(3, high - k + 1);
            if (k > low) {
                for (int i = 0; i < size; i++) {
                    bulge[i] = h[k + i][k - 1];
                }
            }
            Reflection mirror = Reflection.onto(bulge, 0, size);
            if (k > low) {
                h[k][k - 1] = mirror.image();
                for (int i = 1; i < size; i++) {
                    h[k + i][k - 1] = 0;
                }
            }
            mirrorRows(k, size, bulge, mirror.beta());
            for (int r = 0; r <= Math.min(high, k + 3); r++) {
                mirrorColumns(h[r], k, size, bulge, mirror.beta());
            }
            for (int r = 0; r < n; r++) {
                mirrorColumns(z[r], k, size, bulge, mirror.beta());
            }
        }
    }

    private void mirrorRows(int k, int size, double[] v, double beta) {
        double[] last = size == 3 ? h[k + 2] : h[k + 1];
        double v2 = size == 3 ? v[2] : 0; // a mirror of two rows: the third takes no part
        for (int c = k; c < n; c++) {
            double dot = beta * (h[k][c] + v[1] * h[k + 1][c] + v2 * last[c]);
            h[k][c] -= dot;
            h[k + 1][c] -= dot * v[1];
            last[c] -= dot * v2;
        }
    }

    private static void mirrorColumns(double[] row, int k, int size, double[] v, double beta) {
        double dot = row[k] + v[1] * row[k + 1];
        if (size == 3) {
            dot += v[2] * row[k + 2];
            row[k + 2] -= beta * dot * v[2];
        }
        row[k] -= beta * dot;
        row[k + 1] -= beta * dot * v[1];
    }
}
