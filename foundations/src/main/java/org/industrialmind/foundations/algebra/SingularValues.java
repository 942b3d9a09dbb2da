package org.industrialmind.foundations.algebra;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The singular value decomposition A = U diag(s) V' by the method of Golub, Kahan and Reinsch.
 *
 * <p>Every matrix stretches some orthogonal directions (columns of V) onto others (columns of U) by factors s. Principal
 * components, rank, pseudo-inverse and condition number are all read off it. It could be had from the eigenvalues of A'A,
 * at half the work - and half the digits: squaring turns a singular value of 1e-9 next to 1 into noise. So A itself is
 * reduced:
 *
 * <ol>
 *   <li>Mirrors from the left and the right (Householder reflections) make A bidiagonal, B = Q' A P, in a fixed number of
 *       steps. Of a matrix much taller than wide, the triangle R of A = Q R is reduced in A's place.
 *   <li>Plane rotations chase the superdiagonal of B to zero: one step of the QR method with Wilkinson's shift on B'B,
 *       done implicitly so that B'B is never formed. It converges cubically, two steps a value as a rule. A diagonal
 *       entry that is zero splits the problem and is rotated out first.
 * </ol>
 *
 * <p>Thin form: for A of [m, n] and k = min(m, n), U is [m, k], s is [k] in descending order, none negative, and V is
 * [n, k]. Of each pair the sign is free; here the largest value of each column of V is positive, so that equal input
 * gives equal output down to the sign. Complexity: O(m n k). A is scaled by its largest value first, so that squares
 * neither overflow nor vanish.
 *
 * <ol>
 *   <li>Golub and Reinsch 1970, Singular value decomposition and least squares solutions, Numerische Mathematik 14.
 *   <li>Chan 1982, An improved algorithm for computing the singular value decomposition, ACM TOMS 8(1).
 *   <li>Golub and Van Loan 2013, Matrix Computations, 4th ed., section 8.6.
 * </ol>
 */
public final class SingularValues {
    private static final double EPSILON = Math.ulp(1.0);
    private static final double TALL = 1.6; // rows a column from which A = Q R first is less work (Chan 1982: 5/3)
    private static final int STEPS_PER_VALUE = 60; // two are usual; LINPACK gives up after 30

    private final Matrix u;
    private final double[] s;
    private final Matrix v;

    SingularValues(Matrix u, double[] s, Matrix v) {
        this.u = u;
        this.s = s;
        this.v = v;
    }

    /**
     * Decomposes a matrix.
     *
     * @throws IllegalArgumentException if a value is NaN or infinite; the message names its position
     */
    public static SingularValues of(Matrix matrix) {
        matrix.requireFinite();
        if (matrix.rows() < matrix.columns()) {
            SingularValues turned = new Work(matrix.transposed()).solve();
            return new SingularValues(turned.v, turned.s, turned.u);
        }
        return new Work(matrix).solve();
    }

    /** Returns the left singular vectors as columns. Shape: [m, k]. */
    public Matrix u() {
        return u;
    }

    /** Returns the singular values in descending order; a copy. */
    public double[] s() {
        return s.clone();
    }

    /** Returns the right singular vectors as columns. Shape: [n, k]. */
    public Matrix v() {
        return v;
    }

    /** Returns the number of singular values that rounding cannot explain: above max(m, n) epsilon times the largest. */
    public int rank() {
        double least = Math.max(u.rows(), v.rows()) * EPSILON * s[0];
        int rank = 0;
        for (double value : s) {
            rank += value > least ? 1 : 0;
        }
        return rank;
    }

    /** Returns the condition number, the largest singular value over the least; infinite for a deficient matrix. */
    public double condition() {
        return s[s.length - 1] == 0 ? Double.POSITIVE_INFINITY : s[0] / s[s.length - 1];
    }

    /** The arrays of one decomposition of a matrix that is at least as tall as wide. */
    private static final class Work {
        private final int m;
        private final int n;
        private final double scale;
        private final double[] d; // diagonal of B
        private final double[] e; // superdiagonal: e[i] is right of d[i]
        private final double[] ut; // columns of U, each as a row of its own so that a rotation runs along memory
        private final double[] vt;
        private final int length; // of a row of ut
        private final @Nullable Mirrors tall; // Q of A = Q R where R was reduced in A's place
        private final Rotations left;
        private final Rotations right;

        Work(Matrix matrix) {
            m = matrix.rows();
            n = matrix.columns();
            double largest = matrix.largest();
            scale = largest == 0 ? 1 : largest;
            double[] a = matrix.toArray();
            for (int i = 0; i < a.length; i++) {
                a[i] /= scale;
            }
            boolean square = m >= TALL * n;
            tall = square ? Mirrors.factor(a, m, n) : null;
            length = square ? n : m;
            Bidiagonal reduced = new Bidiagonal(square ? Mirrors.triangle(a, n) : a, length, n);
            d = reduced.diagonal();
            e = reduced.above();
            ut = new Matrix(reduced.q(), length, n).transposed().values();
            vt = new Matrix(reduced.p(), n, n).transposed().values();
            left = new Rotations(ut, length);
            right = new Rotations(vt, n);
        }

        SingularValues solve() {
            diagonalise();
            left.flush();
            right.flush();
            return ordered();
        }

        private void diagonalise() {
            double norm = 0;
            for (int i = 0; i < n; i++) {
                norm = Math.max(norm, Math.abs(d[i]) + Math.abs(e[i]));
            }
            int budget = STEPS_PER_VALUE * n;
            int high = n - 1;
            while (high > 0) {
                for (int i = 0; i < high; i++) {
                    if (Math.abs(e[i]) <= EPSILON * (Math.abs(d[i]) + Math.abs(d[i + 1]))
                            || Math.abs(e[i]) <= Double.MIN_NORMAL) {
                        e[i] = 0;
                    }
                }
                if (e[high - 1] == 0) {
                    high--;
                    continue;
                }
                if (budget-- == 0) {
                    throw new IllegalStateException(
                            "the singular values of a " + m + " x " + n + " matrix did not settle in "
                                    + STEPS_PER_VALUE * n + " steps: is it extremely ill scaled?");
                }
                int low = high - 1;
                while (low > 0 && e[low - 1] != 0) {
                    low--;
                }
                int zero = zeroOnDiagonal(low, high, EPSILON * norm);
                if (zero == high) {
                    clearColumn(low, high);
                } else if (zero >= 0) {
                    clearRow(zero, high);
                } else {
                    step(low, high);
                }
            }
        }

        private int zeroOnDiagonal(int low, int high, double tiny) {
            for (int i = high; i >= low; i--) {
                if (Math.abs(d[i]) <= tiny) {
                    d[i] = 0;
                    return i;
                }
            }
            return -1;
        }

        /** With d[zero] = 0, rotates row zero against those below until its superdiagonal is gone. */
        private void clearRow(int zero, int high) {
            double bulge = e[zero];
            e[zero] = 0;
            for (int k = zero + 1; k <= high && bulge != 0; k++) {
                double r = length(d[k], bulge);
                double c = d[k] / r;
                double s = -bulge / r;
                d[k] = r;
                if (k < high) {
                    bulge = s * e[k];
                    e[k] *= c;
                }
                left.add(zero, k, c, s);
            }
        }

        /** With d[high] = 0, rotates column high against those before until its superdiagonal is gone. */
        private void clearColumn(int low, int high) {
            double bulge = e[high - 1];
            e[high - 1] = 0;
            for (int k = high - 1; k >= low && bulge != 0; k--) {
                double r = length(d[k], bulge);
                double c = d[k] / r;
                double s = bulge / r;
                d[k] = r;
                if (k > low) {
                    bulge = -s * e[k - 1];
                    e[k - 1] *= c;
                }
                right.add(k, high, c, s);
            }
        }

        /** One implicit QR step with Wilkinson's shift on the block from low to high. */
        private void step(int low, int high) {
            double shift = shift(low, high);
            double y = (Math.abs(d[low]) - shift) * (Math.copySign(1, d[low]) + shift / d[low]);
            double z = e[low];
            for (int k = low; k < high; k++) {
                double r = length(y, z);
                double c = y / r;
                double s = z / r;
                if (k > low) {
                    e[k - 1] = r;
                }
                double diagonal = c * d[k] + s * e[k];
                e[k] = c * e[k] - s * d[k];
                double bulge = s * d[k + 1];
                d[k + 1] *= c;
                right.add(k, k + 1, c, s);

                r = length(diagonal, bulge);
                c = r == 0 ? 1 : diagonal / r;
                s = r == 0 ? 0 : bulge / r;
                d[k] = r;
                double above = e[k];
                e[k] = c * above + s * d[k + 1];
                d[k + 1] = c * d[k + 1] - s * above;
                left.add(k, k + 1, c, s);
                y = e[k];
                if (k < high - 1) {
                    z = s * e[k + 1];
                    e[k + 1] *= c;
                }
                if (y == 0 && z == 0) { // the bulge has vanished on its way: the block falls apart here
                    return;
                }
            }
        }

        /** Returns the root of the eigenvalue of the last 2 x 2 of B'B that is nearest to its last entry. */
        private double shift(int low, int high) {
            double before = high - 1 > low ? e[high - 2] : 0;
            double t11 = d[high - 1] * d[high - 1] + before * before;
            double t12 = d[high - 1] * e[high - 1];
            double t22 = d[high] * d[high] + e[high - 1] * e[high - 1];
            double half = (t11 - t22) / 2;
            double root = Math.hypot(half, t12);
            double away = half + Math.copySign(root, half);
            double value = away == 0 ? t22 : t22 - t12 * t12 / away;
            return Math.sqrt(Math.max(0, value));
        }

        /** Returns the length of (x, y): fast where squares stay in range, careful where they do not. */
        private static double length(double x, double y) {
            double squares = x * x + y * y;
            return squares > 1e-280 && squares < 1e280 ? Math.sqrt(squares) : Math.hypot(x, y);
        }

        private SingularValues ordered() {
            int[] order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(d[i])))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] s = new double[n];
            double[] u = new double[m * n];
            double[] v = new double[n * n];
            for (int j = 0; j < n; j++) {
                int from = order[j];
                s[j] = Math.abs(d[from]) * scale;
                double vSign = Math.signum(largestOf(vt, from * n, n));
                double uSign = d[from] < 0 ? -vSign : vSign;
                for (int r = 0; r < length; r++) {
                    u[r * n + j] = uSign * ut[from * length + r];
                }
                for (int r = 0; r < n; r++) {
                    v[r * n + j] = vSign * vt[from * n + r];
                }
            }
            if (tall != null) {
                tall.apply(u, n);
            }
            return new SingularValues(new Matrix(u, m, n), s, new Matrix(v, n, n));
        }

        private static double largestOf(double[] values, int at, int n) {
            double largest = 0;
            for (int i = at; i < at + n; i++) {
                largest = Math.abs(values[i]) > Math.abs(largest) ? values[i] : largest;
            }
            return largest;
        }
    }
}
