package org.industrialmind.foundations.decomposition;

import org.industrialmind.foundations.algebra.Matrix;

/** What every method here asks of numbers and shapes, and the few steps they share. */
final class Shapes {
    private Shapes() {}

    static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ": expected at least " + least);
        }
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + ": expected a finite number of 0 or more");
        }
    }

    static void requireComponents(int components, Matrix rows, int most) {
        rows.requireFinite();
        if (components > most) {
            throw new IllegalArgumentException(components + " components of a " + rows.rows() + " x " + rows.columns()
                    + " table: expected at most " + most);
        }
    }

    static void requireColumns(Matrix rows, int expected) {
        if (rows.columns() != expected) {
            throw new IllegalArgumentException(
                    "the rows have " + rows.columns() + " values: expected " + expected + ", as those learned from");
        }
    }

    /** Returns the rows moved by a row, forwards (1) or back (-1). */
    static Matrix moved(Matrix rows, double[] by, int sign) {
        double[] values = rows.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += sign * by[i % by.length];
        }
        return Matrix.of(rows.rows(), rows.columns(), values);
    }

    /** Returns the first columns, turned into rows, each multiplied by its factor. */
    static Matrix firstAsRows(Matrix columns, int count, double[] factors) {
        double[] values = new double[count * columns.rows()];
        for (int k = 0; k < count; k++) {
            for (int r = 0; r < columns.rows(); r++) {
                values[k * columns.rows() + r] = factors[k] * columns.get(r, k);
            }
        }
        return Matrix.of(count, columns.rows(), values);
    }
}
