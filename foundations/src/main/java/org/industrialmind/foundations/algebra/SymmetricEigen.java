package org.industrialmind.foundations.algebra;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, A = Q diag(values) Q'.
 *
 * <p>Mirrors from both sides (Householder) make A tridiagonal in n - 2 steps without changing its eigenvalues; the QL
 * method with implicit shifts then rotates the off-diagonal away, from the top down. Less work than a singular value
 * decomposition where the matrix is a covariance already, and an independent check of it.
 *
 * <p>Shape: A is [n, n]; values are [n] in descending order; vectors are the columns of Q, [n, n], the largest value of
 * each column positive. Only the lower triangle is read. Complexity: O(n^3).
 *
 * <ol>
 *   <li>Golub and Van Loan 2013, Matrix Computations, 4th ed., sections 8.3.1 and 8.3.3.
 *   <li>Bowdler, Martin, Reinsch and Wilkinson 1968, The QR and QL algorithms for symmetric matrices, Numerische
 *       Mathematik 11.
 * </ol>
 */
public final class SymmetricEigen {
    private static final double EPSILON = Math.ulp(1.0);
    private static final int STEPS_PER_VALUE = 60;

    private final double[] values;
    private final Matrix vectors;

    private SymmetricEigen(double[] values, Matrix vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes a symmetric matrix.
     *
     * @throws IllegalArgumentException if the matrix is not square, not symmetric to rounding, or not finite
     */
    public static SymmetricEigen of(Matrix matrix) {
        matrix.requireFinite();
        requireSymmetric(matrix);
        return new Work(matrix).solve();
    }

    static void requireSymmetric(Matrix matrix) {
        if (matrix.rows() != matrix.columns()) {
            throw new IllegalArgumentException(matrix + " is not square: expected a symmetric matrix");
        }
        double tolerance = 1e-10 * matrix.largest(); // sums taken in another order differ in the last digits
        for (int r = 0; r < matrix.rows(); r++) {
            for (int c = 0; c < r; c++) {
                if (Math.abs(matrix.get(r, c) - matrix.get(c, r)) > tolerance) {
                    throw new IllegalArgumentException("the matrix is not symmetric: row " + r + ", column " + c
                            + " is " + matrix.get(r, c) + ", its mirror " + matrix.get(c, r));
                }
            }
        }
    }

    /** Returns the eigenvalues in descending order; a copy. */
    public double[] values() {
        return values.clone();
    }

    /** Returns the eigenvectors as columns, in the order of the values. */
    public Matrix vectors() {
        return vectors;
    }

    private static final class Work {
        private final int n;
        private final double[][] a;
        private final double[] d; // diagonal
        private final double[] e; // off-diagonal: e[i] joins d[i] and d[i + 1]
        private final double[] qt; // columns of Q, each as a row
        private final Rotations rotations;

        Work(Matrix matrix) {
            n = matrix.rows();
            a = new double[n][];
            qt = new double[n * n];
            rotations = new Rotations(qt, n);
            for (int i = 0; i < n; i++) {
                a[i] = matrix.row(i);
                qt[i * n + i] = 1;
                for (int c = i + 1; c < n; c++) {
                    a[i][c] = matrix.get(c, i);
                }
            }
            d = new double[n];
            e = new double[n];
        }

        SymmetricEigen solve() {
            for (int k = 0; k < n - 1; k++) {
                mirror(k);
            }
            for (int i = 0; i < n; i++) {
                d[i] = a[i][i];
            }
            for (int i = 0; i < n; i++) {
                settle(i);
            }
            rotations.flush();
            return ordered();
        }

        /** Zeroes column and row k beyond the off-diagonal: A <- H A H, Q <- Q H. */
        private void mirror(int k) {
            int size = n - k - 1;
            double[] w = new double[size];
            for (int r = 0; r < size; r++) {
                w[r] = a[k + 1 + r][k];
            }
            Reflection mirror = Reflection.onto(w);
            e[k] = mirror.image();
            double[] p = new double[size];
            for (int r = 0; r < size; r++) {
                p[r] = mirror.beta() * Vectors.dot(size, a[k + 1 + r], k + 1, w, 0);
            }
            Vectors.addScaled(size, -mirror.beta() / 2 * Vectors.dot(p, w), w, 0, p, 0);
            for (int r = 0; r < size; r++) {
                Vectors.addScaled(size, -w[r], p, 0, a[k + 1 + r], k + 1);
                Vectors.addScaled(size, -p[r], w, 0, a[k + 1 + r], k + 1);
            }
            mirrorVectors(k + 1, w, mirror.beta());
        }

        private void mirrorVectors(int from, double[] w, double beta) {
            double[] dots = new double[n];
            for (int c = 0; c < w.length; c++) {
                Vectors.addScaled(n, w[c], qt, (from + c) * n, dots, 0);
            }
            for (int c = 0; c < w.length; c++) {
                Vectors.addScaled(n, -beta * w[c], dots, 0, qt, (from + c) * n);
            }
        }

        /** Repeats QL steps until d[low] stands alone. */
        private void settle(int low) {
            for (int steps = 0; ; steps++) {
                int high = low;
                while (high < n - 1 && Math.abs(e[high]) > EPSILON * (Math.abs(d[high]) + Math.abs(d[high + 1]))) {
                    high++;
                }
                if (high == low) {
                    return;
                }
                if (steps == STEPS_PER_VALUE) {
                    throw new IllegalStateException("eigenvalue " + low + " of a " + n + " x " + n
                            + " matrix did not settle in " + steps + " steps: is it extremely ill scaled?");
                }
                step(low, high);
            }
        }

        private void step(int low, int high) {
            double g = (d[low + 1] - d[low]) / (2 * e[low]);
            double r = Math.hypot(g, 1);
            g = d[high] - d[low] + e[low] / (g + Math.copySign(r, g));
            double s = 1;
            double c = 1;
            double p = 0;
            for (int i = high - 1; i >= low; i--) {
                double f = s * e[i];
                double b = c * e[i];
                r = Math.hypot(f, g);
                e[i + 1] = r;
                if (r == 0) { // the bulge has vanished on its way: the block falls apart here
                    d[i + 1] -= p;
                    e[high] = 0;
                    return;
                }
                s = f / r;
                c = g / r;
                g = d[i + 1] - p;
                r = (d[i] - g) * s + 2 * c * b;
                p = s * r;
                d[i + 1] = g + p;
                g = c * r - b;
                rotations.add(i, i + 1, c, -s);
            }
            d[low] -= p;
            e[low] = g;
            e[high] = 0;
        }

        private SymmetricEigen ordered() {
            int[] order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -d[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] sorted = new double[n];
            double[] q = new double[n * n];
            for (int j = 0; j < n; j++) {
                double[] column = Arrays.copyOfRange(qt, order[j] * n, (order[j] + 1) * n);
                sorted[j] = d[order[j]];
                double largest = Arrays.stream(column).reduce(0, (x, y) -> Math.abs(y) > Math.abs(x) ? y : x);
                for (int r = 0; r < n; r++) {
                    q[r * n + j] = Math.signum(largest) * column[r];
                }
            }
            return new SymmetricEigen(sorted, new Matrix(q, n, n));
        }
    }
}
