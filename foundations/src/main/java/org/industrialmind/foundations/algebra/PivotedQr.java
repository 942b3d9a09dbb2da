package org.industrialmind.foundations.algebra;

import java.util.stream.IntStream;

/**
 * The decomposition A P = Q R that takes the longest remaining column first, so that R tells the rank.
 *
 * <p>Each step takes the column with most left of it once those before have been projected out. The diagonal of R then
 * falls, and where it falls to rounding the remaining columns depend on those taken: {@link #permutation} names a set of
 * independent columns, which singular values do not. It can be fooled (Kahan's matrix), by a factor that grows with n;
 * {@link SingularValues#rank} cannot, at several times the work. Lengths are brought up to date by subtraction and
 * computed anew when half the digits are gone.
 *
 * <p>Shape: A of [m, n], k = min(m, n): R is [k, n]. Complexity: 2 m n k.
 *
 * <ol>
 *   <li>Businger and Golub 1965, Linear least squares solutions by Householder transformations, Numerische Mathematik 7.
 *   <li>Golub and Van Loan 2013, Matrix Computations, 4th ed., section 5.4.2.
 * </ol>
 */
public final class PivotedQr {
    private final Matrix r;
    private final int[] permutation;
    private final int rank;

    private PivotedQr(Matrix r, int[] permutation, int rank) {
        this.r = r;
        this.permutation = permutation;
        this.rank = rank;
    }

    /** @throws IllegalArgumentException if a value is NaN or infinite */
    public static PivotedQr of(Matrix matrix) {
        matrix.requireFinite();
        int m = matrix.rows();
        int n = matrix.columns();
        int steps = Math.min(m, n);
        double largest = matrix.largest();
        double scale = largest == 0 ? 1 : largest; // so that squares neither overflow nor vanish
        double[][] columns = new double[n][];
        for (int c = 0; c < n; c++) {
            columns[c] = matrix.column(c);
            for (int row = 0; row < m; row++) {
                columns[c][row] /= scale;
            }
        }
        int[] order = IntStream.range(0, n).toArray();
        double[] left = new double[n]; // squared lengths below row k
        double[] known = new double[n]; // what they were when last computed from the column
        for (int c = 0; c < n; c++) {
            left[c] = known[c] = Vectors.dot(columns[c], columns[c]);
        }
        for (int k = 0; k < steps; k++) {
            int longest = k;
            for (int c = k + 1; c < n; c++) {
                longest = left[c] > left[longest] ? c : longest;
            }
            swap(k, longest, columns, order, left, known);
            project(k, columns, left, known);
        }
        return read(columns, order, steps, n, scale, Math.max(m, n));
    }

    private static void swap(int i, int j, double[][] columns, int[] order, double[] left, double[] known) {
        double[] column = columns[i];
        columns[i] = columns[j];
        columns[j] = column;
        int name = order[i];
        order[i] = order[j];
        order[j] = name;
        left[j] = left[i];
        known[j] = known[i];
    }

    private static void project(int k, double[][] columns, double[] left, double[] known) {
        double[] taken = columns[k];
        int length = taken.length - k;
        Reflection mirror = Reflection.onto(taken, k, length);
        for (int c = k + 1; c < columns.length; c++) {
            double dot = Vectors.dot(length, taken, k, columns[c], k);
            Vectors.addScaled(length, -mirror.beta() * dot, taken, k, columns[c], k);
            left[c] -= columns[c][k] * columns[c][k];
            if (left[c] < 1e-8 * known[c]) { // half of sixteen digits
                left[c] = Vectors.dot(length - 1, columns[c], k + 1, columns[c], k + 1);
                known[c] = left[c];
            }
        }
        taken[k] = mirror.image();
    }

    private static PivotedQr read(double[][] columns, int[] order, int steps, int n, double scale, int size) {
        double[] r = new double[steps * n];
        for (int c = 0; c < n; c++) {
            for (int row = 0; row <= Math.min(c, steps - 1); row++) {
                r[row * n + c] = columns[c][row] * scale;
            }
        }
        int rank = 0;
        while (rank < steps && Math.abs(columns[rank][rank]) > size * Math.ulp(1.0) * Math.abs(columns[0][0])) {
            rank++;
        }
        return new PivotedQr(new Matrix(r, steps, n), order, rank);
    }

    /** Returns the upper trapezium, its diagonal falling in size. Shape: [min(m, n), n]. */
    public Matrix r() {
        return r;
    }

    /** Returns the columns of A in the order in which they were taken: the first {@link #rank} are independent. */
    public int[] permutation() {
        return permutation.clone();
    }

    /** Returns how many columns are independent: entries of R's diagonal above max(m, n) epsilon times the first. */
    public int rank() {
        return rank;
    }
}
