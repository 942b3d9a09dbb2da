package org.industrialmind.foundations.linear;

import java.util.Arrays;

/**
 * The triangular factor R of weighted columns, and Q'y with it, by Householder mirrors; columns that depend on those
 * before them are left out, as R's lm does.
 *
 * <p>Shape: A [m, n] row after row; R [rank, rank] of the columns kept, in their order. Complexity: 2 m n^2.
 *
 * @see "Golub and Van Loan 2013, Matrix Computations, 4th ed., sections 5.2 and 5.3"
 */
final class LeastSquaresFactor {
    private static final double DEPENDENT = 1e-9; // of a column's length: less than this off the others' plane is dust

    final int[] kept; // columns, in order
    final double[] r; // [kept, kept]
    final double[] turned; // Q'y, first as many values as columns kept
    final double residualSquares;

    private LeastSquaresFactor(int[] kept, double[] r, double[] turned, double residualSquares) {
        this.kept = kept;
        this.r = r;
        this.turned = turned;
        this.residualSquares = residualSquares;
    }

    /** Factors [A y]; both are overwritten. */
    static LeastSquaresFactor of(double[] a, int m, int n, double[] y) {
        int[] kept = new int[n];
        int rank = 0;
        double[] lengths = lengths(a, m, n);
        for (int c = 0; c < n && rank < m; c++) {
            double square = 0;
            for (int row = rank; row < m; row++) {
                square += a[row * n + c] * a[row * n + c];
            }
            double length = Math.sqrt(square);
            if (length <= DEPENDENT * lengths[c]) {
                continue;
            }
            mirror(a, m, n, y, rank, c, length);
            kept[rank++] = c;
        }
        double[] r = new double[rank * rank];
        for (int i = 0; i < rank; i++) {
            for (int j = i; j < rank; j++) {
                r[i * rank + j] = a[i * n + kept[j]];
            }
        }
        double rest = 0;
        for (int row = rank; row < m; row++) {
            rest += y[row] * y[row];
        }
        return new LeastSquaresFactor(Arrays.copyOf(kept, rank), r, Arrays.copyOf(y, rank), rest);
    }

    private static double[] lengths(double[] a, int m, int n) {
        double[] squares = new double[n];
        for (int i = 0; i < m; i++) {
            for (int c = 0; c < n; c++) {
                squares[c] += a[i * n + c] * a[i * n + c];
            }
        }
        for (int c = 0; c < n; c++) {
            squares[c] = Math.sqrt(squares[c]);
        }
        return squares;
    }

    /** Turns column c, from row k down, onto its first entry, and everything right of it along with it. */
    private static void mirror(double[] a, int m, int n, double[] y, int k, int c, double length) {
        double head = a[k * n + c];
        double image = head > 0 ? -length : length;
        double[] v = new double[m - k];
        v[0] = 1;
        for (int i = 1; i < v.length; i++) {
            v[i] = a[(k + i) * n + c] / (head - image);
        }
        double beta = (image - head) / image;
        double[] dots = new double[n];
        double dot = 0;
        for (int i = 0; i < v.length; i++) {
            for (int j = c; j < n; j++) {
                dots[j] += v[i] * a[(k + i) * n + j];
            }
            dot += v[i] * y[k + i];
        }
        for (int i = 0; i < v.length; i++) {
            for (int j = c; j < n; j++) {
                a[(k + i) * n + j] -= beta * v[i] * dots[j];
            }
            y[k + i] -= beta * v[i] * dot;
        }
        a[k * n + c] = image;
    }

    int rank() {
        return kept.length;
    }

    /** Returns the solution of R x = Q'y. Shape: [kept]. */
    double[] solution() {
        int n = rank();
        double[] x = turned.clone();
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                x[i] -= r[i * n + j] * x[j];
            }
            x[i] /= r[i * n + i];
        }
        return x;
    }

    /** Returns the diagonal of (R'R)^-1. Shape: [kept]. */
    double[] inverseDiagonal() {
        int n = rank();
        double[] diagonal = new double[n];
        for (int k = 0; k < n; k++) { // the k-th column of R^-1 adds its squares
            double[] column = new double[n];
            column[k] = 1 / r[k * n + k];
            for (int i = k - 1; i >= 0; i--) {
                for (int j = i + 1; j <= k; j++) {
                    column[i] -= r[i * n + j] * column[j];
                }
                column[i] /= r[i * n + i];
            }
            for (int i = 0; i <= k; i++) {
                diagonal[i] += column[i] * column[i];
            }
        }
        return diagonal;
    }

    /** Returns x' (R'R)^-1 x for the kept values of a row. */
    double leverage(double[] x) {
        int n = rank();
        double[] z = x.clone();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            z[i] /= r[i * n + i];
            for (int j = i + 1; j < n; j++) {
                z[j] -= r[i * n + j] * z[i];
            }
            sum += z[i] * z[i];
        }
        return sum;
    }
}
