package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.Table;
import org.jspecify.annotations.Nullable;

/** Changes columns of one kind one by one; what comes of a column stands where it stood. */
record ColumnWise<C extends Column>(Class<C> type, Map<String, ColumnChange<C>> changes) implements FittedTransform {
    ColumnWise {
        changes = Map.copyOf(changes);
    }

    /** Learns the change of each column of the kind. */
    static <C extends Column> ColumnWise<C> fit(Table table, Class<C> type, Function<C, ColumnChange<C>> learned) {
        Map<String, ColumnChange<C>> changes = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (type.isInstance(column)) {
                changes.put(column.name(), learned.apply(type.cast(column)));
            }
        }
        return new ColumnWise<>(type, changes);
    }

    @Override
    public Table apply(Table table) {
        changes.keySet().forEach(table::column);
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            @Nullable ColumnChange<C> change = changes.get(column.name());
            if (change == null) {
                columns.add(column);
            } else if (type.isInstance(column)) {
                columns.addAll(change.apply(type.cast(column)));
            } else {
                throw new IllegalArgumentException(
                        "column '" + column.name() + "' is " + column.kind().word()
                                + ": expected the kind that was learned from, a " + type.getSimpleName());
            }
        }
        return Table.of(columns);
    }
}
