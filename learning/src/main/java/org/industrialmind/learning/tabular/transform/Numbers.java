package org.industrialmind.learning.tabular.transform;

import java.util.List;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/** Numeric columns as arrays of rows and back. */
final class Numbers {
    private Numbers() {}

    static List<NumericColumn> columns(Table table) {
        return table.columns().stream()
                .filter(NumericColumn.class::isInstance)
                .map(NumericColumn.class::cast)
                .toList();
    }

    /** Shape: [row][column]. */
    static double[][] rows(List<NumericColumn> columns) {
        double[][] rows = new double[columns.isEmpty() ? 0 : columns.getFirst().size()][columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            for (int r = 0; r < rows.length; r++) {
                rows[r][c] = columns.get(c).value(r);
            }
        }
        return rows;
    }

    /** Returns the table with the values of these columns replaced. Shape: rows [row][name]. */
    static Table replaced(Table table, List<String> names, double[][] rows) {
        Table changed = table;
        for (int c = 0; c < names.size(); c++) {
            double[] values = new double[rows.length];
            for (int r = 0; r < rows.length; r++) {
                values[r] = rows[r][c];
            }
            changed = changed.with(NumericColumn.of(names.get(c), values));
        }
        return changed;
    }
}
