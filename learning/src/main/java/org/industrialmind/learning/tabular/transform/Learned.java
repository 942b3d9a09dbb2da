package org.industrialmind.learning.tabular.transform;

import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.learning.tabular.table.NumericColumn;

/** What several transforms ask of a column before they learn from it. */
final class Learned {
    private Learned() {}

    /** @throws IllegalArgumentException if the column has no value in any row */
    static double[] present(NumericColumn column) {
        double[] present = column.present();
        if (present.length == 0) {
            throw new IllegalArgumentException("column '" + column.name() + "' has no value in any of the "
                    + column.size() + " rows: there is nothing to learn from it, drop it");
        }
        return present;
    }

    static double mean(NumericColumn column) {
        return Moments.of(present(column)).mean();
    }
}
