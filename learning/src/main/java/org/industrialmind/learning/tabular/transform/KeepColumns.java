package org.industrialmind.learning.tabular.transform;

import java.util.List;
import org.industrialmind.learning.tabular.table.Table;

/** Keeps columns and leaves out all others. */
public record KeepColumns(Columns columns) implements Transform {
    public static KeepColumns named(String... names) {
        return new KeepColumns(Columns.named(names));
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return new Only(columns.in(table));
    }

    private record Only(List<String> names) implements FittedTransform {
        @Override
        public Table apply(Table table) {
            return table.only(names.toArray(String[]::new));
        }
    }
}
