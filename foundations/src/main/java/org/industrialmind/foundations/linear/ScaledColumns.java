package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * Rows with each column centred at its weighted mean and divided by its weighted deviation, so that an optimiser need not
 * care for units; a constant column becomes zero. Shape: values [row, column], row after row.
 */
final class ScaledColumns {
    final int rows;
    final int columns;
    final double[] values;
    final double[] means;
    final double[] scales; // 1 for a constant column

    private ScaledColumns(int rows, int columns, double[] values, double[] means, double[] scales) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
        this.means = means;
        this.scales = scales;
    }

    /** Centres and scales. */
    static ScaledColumns of(Matrix rows, double[] weights) {
        ScaledColumns centred = centred(rows, weights);
        int n = centred.rows;
        int p = centred.columns;
        double total = sum(weights);
        double[] squares = new double[p];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < p; c++) {
                squares[c] += weights[r] * centred.values[r * p + c] * centred.values[r * p + c];
            }
        }
        for (int c = 0; c < p; c++) {
            double deviation = Math.sqrt(squares[c] / total);
            // a constant that is no sum of powers of two leaves dust when its mean is taken away
            boolean constant = deviation <= 1e-13 * Math.abs(centred.means[c]) || deviation == 0;
            centred.scales[c] = constant ? 1 : deviation;
            for (int r = 0; r < n; r++) {
                centred.values[r * p + c] = constant ? 0 : centred.values[r * p + c] / deviation;
            }
        }
        return centred;
    }

    /** Centres only; all scales are 1. */
    static ScaledColumns centred(Matrix rows, double[] weights) {
        int n = rows.rows();
        int p = rows.columns();
        double[] values = rows.toArray();
        double total = sum(weights);
        double[] means = new double[p];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < p; c++) {
                means[c] += weights[r] / total * values[r * p + c];
            }
        }
        double[] scales = new double[p];
        for (int c = 0; c < p; c++) {
            scales[c] = 1;
        }
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < p; c++) {
                values[r * p + c] -= means[c];
            }
        }
        return new ScaledColumns(n, p, values, means, scales);
    }

    /** Returns the coefficients for the original units. */
    double[] unscaled(double[] coefficients) {
        double[] original = new double[columns];
        for (int c = 0; c < columns; c++) {
            original[c] = coefficients[c] / scales[c];
        }
        return original;
    }

    /** Returns what an intercept at the centre is at the origin of the original units. */
    double interceptAtOrigin(double atCentre, double[] unscaledCoefficients) {
        double intercept = atCentre;
        for (int c = 0; c < columns; c++) {
            intercept -= unscaledCoefficients[c] * means[c];
        }
        return intercept;
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
