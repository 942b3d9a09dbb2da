package org.industrialmind.learning.tabular.transform;

import java.util.List;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;

/** What is done to one column, all details known; implementations are records. */
interface ColumnChange<C extends Column> {
    /** Returns what stands in the place of the column. */
    List<Column> apply(C column);

    /** A change of each number by itself; a missing one stays missing. */
    interface OfNumbers extends ColumnChange<NumericColumn> {
        double of(double value);

        @Override
        default List<Column> apply(NumericColumn column) {
            return List.of(column.map(this::of));
        }
    }
}
