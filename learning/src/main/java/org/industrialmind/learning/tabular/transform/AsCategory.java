package org.industrialmind.learning.tabular.transform;

import java.util.List;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.Table;

/** Takes the values of columns of any kind as names: a class of travel written 1, 2, 3, or a text of few values. */
public record AsCategory(Columns columns) implements Transform {
    public static AsCategory named(String... columns) {
        return new AsCategory(Columns.named(columns));
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return new Renamed(columns.in(table));
    }

    private record Renamed(List<String> columns) implements FittedTransform {
        @Override
        public Table apply(Table table) {
            Table changed = table;
            for (String name : columns) {
                Column column = table.column(name);
                String[] values = new String[column.size()];
                for (int r = 0; r < values.length; r++) {
                    values[r] = column.text(r);
                }
                changed = changed.with(CategoricalColumn.of(name, values));
            }
            return changed;
        }
    }
}
