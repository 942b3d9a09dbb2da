package org.industrialmind.foundations.clustering;

import org.industrialmind.foundations.algebra.Matrix;

/** What is asked of settings and rows alike by every method here. */
final class Setting {
    private Setting() {}

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

    static void requireRows(Matrix rows, int groups) {
        rows.requireFinite();
        if (rows.rows() < groups) {
            throw new IllegalArgumentException(rows.rows() + " rows cannot fill " + groups
                    + " clusters: expected at least as many rows as clusters");
        }
    }
}
