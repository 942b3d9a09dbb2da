package org.industrialmind.learning.prognosis.feature;

import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Mean and standard deviation of each column of some rows, over the readings that are there; a column that never moves is
 * scaled to 0.
 */
public final class ColumnScale {
    private static final double STILL = 1e-9; // of the mean: below it, what moves is rounding
    private static final String MEANS = ".means";
    private static final String DEVIATIONS = ".deviations";

    private final double[] means;
    private final double[] deviations;

    private ColumnScale(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * Reads a scale as it was {@linkplain #keep kept}.
     *
     * @throws IllegalArgumentException if it is not there, or has another number of columns
     */
    public static ColumnScale kept(String name, int columns, NamedTensors tensors) {
        return new ColumnScale(tensors.doubles(name + MEANS, columns), tensors.doubles(name + DEVIATIONS, columns));
    }

    /** @param rows [row, column] */
    public static ColumnScale of(double[][] rows) {
        return of(Matrix.ofRows(rows));
    }

    public static ColumnScale of(Matrix rows) {
        int columns = rows.columns();
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        for (int c = 0; c < columns; c++) {
            int there = 0;
            for (int r = 0; r < rows.rows(); r++) { // Welford 1962
                double value = rows.get(r, c);
                if (Double.isFinite(value)) {
                    double before = value - means[c];
                    means[c] += before / ++there;
                    deviations[c] += before * (value - means[c]);
                }
            }
            deviations[c] = Math.sqrt(deviations[c] / Math.max(there, 1));
        }
        return new ColumnScale(means, deviations);
    }

    /** Keeps the scale under that name. */
    public void keep(String name, Map<String, Tensor> into) {
        into.put(name + MEANS, Tensor.row(means));
        into.put(name + DEVIATIONS, Tensor.row(deviations));
    }

    /** Returns the mean of each column; a copy. */
    public double[] means() {
        return means.clone();
    }

    public double[] deviations() {
        return deviations.clone();
    }

    public int columns() {
        return means.length;
    }

    /** Returns a value of a column in standard deviations from its mean. */
    public double scaled(double value, int column) {
        boolean moves = deviations[column] > STILL * Math.abs(means[column]);
        return moves ? (value - means[column]) / deviations[column] : 0;
    }

    public double[] scaled(double[] row) {
        double[] scaled = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            scaled[c] = scaled(row[c], c);
        }
        return scaled;
    }

    public Matrix scaled(Matrix rows) {
        double[][] scaled = new double[rows.rows()][];
        for (int r = 0; r < scaled.length; r++) {
            scaled[r] = scaled(rows.row(r));
        }
        return Matrix.ofRows(scaled);
    }
}
