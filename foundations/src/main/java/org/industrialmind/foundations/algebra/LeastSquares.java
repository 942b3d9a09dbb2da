package org.industrialmind.foundations.algebra;

import java.util.Arrays;

/**
 * The x for which |A x - b| is least, by the QR decomposition.
 *
 * <p>The normal equations A'A x = A'b are the shorter way, and square the condition number: columns that agree in seven
 * digits are the same to them. Here R x = Q'b is solved, and what Q'b has beyond R's rows is the residual. Columns must be
 * independent; where they are not there is a whole plane of solutions, and {@link PseudoInverse} gives the shortest.
 *
 * <p>Shape: A [m, n], m at least n; b [m]; x [n]. Complexity: 2 m n^2.
 *
 * @see "Golub and Van Loan 2013, Matrix Computations, 4th ed., section 5.3"
 */
public final class LeastSquares {
    private final double[] solution;
    private final double residualSumOfSquares;

    private LeastSquares(double[] solution, double residualSumOfSquares) {
        this.solution = solution;
        this.residualSumOfSquares = residualSumOfSquares;
    }

    /**
     * Solves a problem.
     *
     * @throws IllegalArgumentException if A is wider than tall, b has not m values, a value is NaN or infinite, or the
     *     columns of A depend on each other; the message names the column found to depend on those before it
     */
    public static LeastSquares solve(Matrix a, double[] b) {
        Matrix.of(b.length, 1, b).requireFinite();
        QrDecomposition qr = QrDecomposition.of(a);
        int n = a.columns();
        double[] x = qr.rotated(b);
        double rest = 0;
        for (int i = n; i < x.length; i++) {
            rest += x[i] * x[i];
        }
        Matrix r = qr.r();
        double least = a.rows() * Math.ulp(1.0);
        for (int i = n - 1; i >= 0; i--) {
            if (Math.abs(r.get(i, i)) <= least * largestOf(r, i)) {
                throw new IllegalArgumentException(
                        "column " + i + " of A depends on the columns before it: remove it, or"
                                + " take the shortest solution from PseudoInverse");
            }
            for (int c = i + 1; c < n; c++) {
                x[i] -= r.get(i, c) * x[c];
            }
            x[i] /= r.get(i, i);
        }
        return new LeastSquares(Arrays.copyOf(x, n), rest);
    }

    /** Returns the size of a column of R, whose length is that of the column of A. */
    private static double largestOf(Matrix r, int column) {
        double largest = 0;
        for (int i = 0; i <= column; i++) {
            largest = Math.max(largest, Math.abs(r.get(i, column)));
        }
        return largest;
    }

    /** Returns x. Shape: [n]. */
    public double[] solution() {
        return solution.clone();
    }

    /** Returns the square of |A x - b|. */
    public double residualSumOfSquares() {
        return residualSumOfSquares;
    }
}
