package org.industrialmind.learning.tabular.transform;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.industrialmind.learning.tabular.table.Row;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Adds a column that a function makes of each row. The function looks at its row only, so there is nothing to learn and
 * nothing to leak.
 */
public final class Derive implements Transform, FittedTransform {
    private final String description;
    private final Function<Table, Table> function;

    private Derive(String description, Function<Table, Table> function) {
        this.description = description;
        this.function = function;
    }

    /** Adds a number, NaN where there is none. */
    public static Derive number(String name, ToDoubleFunction<Row> value) {
        return new Derive(name, table -> table.derived(name, value));
    }

    /** Adds a category, empty where there is none. */
    public static Derive category(String name, Function<Row, String> value) {
        return new Derive(name, table -> table.derivedCategory(name, value));
    }

    /** Adds a category of several columns together: {@code sex&class} with the level "female&1"; missing if one is. */
    public static Derive cross(String... columns) {
        List<String> parts = List.of(columns);
        return category(
                String.join("&", parts),
                row -> parts.stream().anyMatch(row::isMissing)
                        ? ""
                        : parts.stream().map(row::text).collect(Collectors.joining("&")));
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        apply(table); // says now what is missing
        return this;
    }

    @Override
    public Table apply(Table table) {
        return function.apply(table);
    }

    @Override
    public String toString() {
        return "Derive[" + description + "]";
    }
}
