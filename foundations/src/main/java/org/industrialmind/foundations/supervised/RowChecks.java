package org.industrialmind.foundations.supervised;

import org.industrialmind.foundations.algebra.Matrix;

/** What both kinds of rows are asked before anyone learns from them. */
final class RowChecks {
    private RowChecks() {}

    static void requireLength(String what, int count, Matrix rows) {
        if (count != rows.rows()) {
            throw new IllegalArgumentException(
                    "seen " + count + " " + what + "s for " + rows.rows() + " rows: expected one for each row");
        }
    }

    static void requireWeights(double[] weights, Matrix rows) {
        requireLength("weight", weights.length, rows);
        double sum = 0;
        for (int r = 0; r < weights.length; r++) {
            if (!(weights[r] >= 0) || Double.isInfinite(weights[r])) {
                throw new IllegalArgumentException(
                        "the weight of row " + r + " is " + weights[r] + ": expected a finite number, 0 or more");
            }
            sum += weights[r];
        }
        if (sum == 0) {
            throw new IllegalArgumentException(
                    "all " + weights.length + " weights are 0: expected at least one row that counts");
        }
    }

    static void requireNoInfinity(Matrix rows) {
        for (int r = 0; r < rows.rows(); r++) {
            for (int c = 0; c < rows.columns(); c++) {
                if (Double.isInfinite(rows.get(r, c))) {
                    throw new IllegalArgumentException("the value at row " + r + ", column " + c + " is "
                            + rows.get(r, c) + ": expected a finite number, or NaN where it is missing");
                }
            }
        }
    }

    static Matrix select(Matrix rows, int[] positions) {
        double[][] chosen = new double[positions.length][];
        for (int i = 0; i < positions.length; i++) {
            chosen[i] = rows.row(positions[i]);
        }
        return Matrix.ofRows(chosen);
    }
}
