package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Applies a transform to some columns and leaves the others as they are. What comes of them stands where the first of them
 * stood. A selection by kind is made once, on the rows learned from; where it finds no column, nothing happens.
 *
 * @param columns which columns
 * @param transform what is done to them
 */
public record ColumnTransform(Columns columns, Transform transform) implements Transform {
    @Override
    public FittedTransform fit(Table table, Target target) {
        List<String> chosen = columns.in(table);
        if (chosen.isEmpty()) {
            return new OnColumns(chosen, Optional.empty());
        }
        return new OnColumns(chosen, Optional.of(transform.fit(part(table, chosen), target)));
    }

    @Override
    public Fitted fitApply(Table table, Target target) {
        List<String> chosen = columns.in(table);
        if (chosen.isEmpty()) {
            return new Fitted(new OnColumns(chosen, Optional.empty()), table);
        }
        Fitted inner = transform.fitApply(part(table, chosen), target);
        return new Fitted(
                new OnColumns(chosen, Optional.of(inner.transform())), replaced(table, chosen, inner.table()));
    }

    private static Table part(Table table, List<String> chosen) {
        return table.only(chosen.toArray(String[]::new));
    }

    private static Table replaced(Table table, List<String> chosen, Table changed) {
        List<Column> columns = new ArrayList<>();
        boolean placed = false;
        for (Column column : table.columns()) {
            if (!chosen.contains(column.name())) {
                columns.add(column);
            } else if (!placed) {
                columns.addAll(changed.columns());
                placed = true;
            }
        }
        return Table.of(columns);
    }

    private record OnColumns(List<String> chosen, Optional<FittedTransform> transform) implements FittedTransform {
        @Override
        public Table apply(Table table) {
            return transform
                    .map(inner -> replaced(table, chosen, inner.apply(part(table, chosen))))
                    .orElse(table);
        }
    }
}
