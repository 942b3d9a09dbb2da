package org.industrialmind.foundations.supervised;

import org.industrialmind.foundations.algebra.Matrix;

/** Predicts a number for a row. Immutable and safe to share between threads. */
public interface Regressor {
    /** Returns how many values a row has. */
    int columns();

    /**
     * Returns the expected number, in the unit of the targets learned from.
     *
     * @throws IllegalArgumentException if the row has another number of values, or lacks one that the method needs
     */
    double predict(double[] row);

    /** Returns the expected number of each row. Shape: [row, column] -> [row]. */
    default double[] predict(Matrix rows) {
        double[] predicted = new double[rows.rows()];
        for (int r = 0; r < predicted.length; r++) {
            predicted[r] = predict(rows.row(r));
        }
        return predicted;
    }
}
