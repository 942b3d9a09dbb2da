package org.industrialmind.foundations.neural;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.autograd.Tensor;

/** Brings columns to mean 0 and deviation 1, by the moments of the rows learned from; a constant column becomes 0. */
final class Scaling {
    private final double[] means;
    private final double[] deviations;

    private Scaling(int columns) {
        means = new double[columns];
        deviations = new double[columns];
    }

    static Scaling of(double[] column, double[] weights) {
        return of(Matrix.of(column.length, 1, column), weights);
    }

    static Scaling of(Matrix rows, double[] weights) {
        Scaling scaling = new Scaling(rows.columns());
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int c = 0; c < rows.columns(); c++) {
            scaling.measure(c, rows.column(c), weights, total);
        }
        return scaling;
    }

    private void measure(int c, double[] column, double[] weights, double total) {
        double mean = column[0]; // sums of differences to a value seen keep a constant column exact
        double shift = 0;
        for (int r = 0; r < column.length; r++) {
            shift += weights[r] / total * (column[r] - mean);
        }
        mean += shift;
        double variance = 0;
        for (int r = 0; r < column.length; r++) {
            variance += weights[r] / total * (column[r] - mean) * (column[r] - mean);
        }
        means[c] = mean;
        deviations[c] = Math.sqrt(variance);
    }

    int columns() {
        return means.length;
    }

    Tensor apply(double[] column) {
        return apply(Matrix.of(column.length, 1, column));
    }

    /** @throws IllegalArgumentException if there are more or fewer columns, or a value is missing */
    Tensor apply(Matrix rows) {
        if (rows.columns() != columns()) {
            throw new IllegalArgumentException(
                    "seen rows of " + rows.columns() + " values: expected " + columns() + ", as learned");
        }
        rows.requireFinite();
        double[] scaled = rows.toArray();
        for (int i = 0; i < scaled.length; i++) {
            int c = i % means.length;
            scaled[i] = deviations[c] > 0 ? (scaled[i] - means[c]) / deviations[c] : 0;
        }
        return Tensor.of(scaled, rows.rows(), rows.columns());
    }

    /** Returns the number of the first column that a scaled one stands for. */
    double undo(double scaled) {
        return means[0] + deviations[0] * scaled;
    }
}
