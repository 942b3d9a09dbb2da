package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.supervised.Regressor;

/** A weighted sum of the columns: intercept + coefficients . row. */
public final class LinearModel implements Regressor {
    private final double intercept;
    private final double[] coefficients;

    /** Takes the array as it is. */
    LinearModel(double intercept, double[] coefficients) {
        this.intercept = intercept;
        this.coefficients = coefficients;
    }

    /** Takes a model as it was kept; copied. @throws IllegalArgumentException if a number is not finite */
    public static LinearModel of(double intercept, double[] coefficients) {
        if (!Double.isFinite(intercept)) {
            throw new IllegalArgumentException("an intercept of " + intercept + ": expected a finite number");
        }
        RowShape.require(coefficients, coefficients.length);
        return new LinearModel(intercept, coefficients.clone());
    }

    @Override
    public int columns() {
        return coefficients.length;
    }

    /** Returns the prediction where all columns are zero. */
    public double intercept() {
        return intercept;
    }

    /** Returns what one more of each column adds; a copy. Shape: [column]. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    @Override
    public double predict(double[] row) {
        RowShape.require(row, coefficients.length);
        return intercept + RowShape.dot(coefficients, row);
    }
}
