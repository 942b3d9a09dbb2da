package org.industrialmind.learning.tabular.transform;

import java.util.List;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Adds, for each column with gaps in training, a column of ones where a value is missing and zeros elsewhere:
 * {@code age is missing}. That a value is missing is often worth as much as the value.
 */
public record MissingIndicator() implements Transform {
    @Override
    public FittedTransform fit(Table table, Target target) {
        return new Gaps(table.columns().stream()
                .filter(column -> column.missing() > 0)
                .map(Column::name)
                .toList());
    }

    private record Gaps(List<String> columns) implements FittedTransform {
        @Override
        public Table apply(Table table) {
            Table marked = table;
            for (String name : columns) {
                Column column = table.column(name);
                double[] gaps = new double[table.rows()];
                for (int r = 0; r < gaps.length; r++) {
                    gaps[r] = column.isMissing(r) ? 1 : 0;
                }
                marked = marked.with(NumericColumn.of(name + " is missing", gaps));
            }
            return marked;
        }
    }
}
