package org.industrialmind.learning.tabular.transform;

import java.util.List;
import org.industrialmind.learning.tabular.table.Table;

/** Leaves columns out. */
public record DropColumns(Columns columns) implements Transform {
    public static DropColumns named(String... names) {
        return new DropColumns(Columns.named(names));
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return new Without(columns.in(table));
    }

    private record Without(List<String> names) implements FittedTransform {
        @Override
        public Table apply(Table table) {
            return names.isEmpty() ? table : table.without(names.toArray(String[]::new));
        }
    }
}
