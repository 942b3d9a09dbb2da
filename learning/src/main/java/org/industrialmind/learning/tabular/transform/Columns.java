package org.industrialmind.learning.tabular.transform;

import java.util.List;
import java.util.Set;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.Kind;
import org.industrialmind.learning.tabular.table.Table;

/** A choice of columns. */
public sealed interface Columns {
    /** Returns the names of the chosen columns, in the order of the table. */
    List<String> in(Table table);

    /** Chooses by name; each must be there. */
    static Columns named(String... names) {
        return new Named(List.of(names));
    }

    /** Chooses all columns of these kinds. */
    static Columns ofKind(Kind... kinds) {
        return new OfKind(Set.of(kinds));
    }

    /** Chooses all columns but those of these names; each must be there. */
    static Columns allBut(String... names) {
        return new AllBut(List.of(names));
    }

    record Named(List<String> names) implements Columns {
        @Override
        public List<String> in(Table table) {
            names.forEach(table::column);
            return table.names().stream().filter(names::contains).toList();
        }
    }

    record OfKind(Set<Kind> kinds) implements Columns {
        @Override
        public List<String> in(Table table) {
            return table.columns().stream()
                    .filter(column -> kinds.contains(column.kind()))
                    .map(Column::name)
                    .toList();
        }
    }

    record AllBut(List<String> names) implements Columns {
        @Override
        public List<String> in(Table table) {
            names.forEach(table::column);
            return table.names().stream().filter(name -> !names.contains(name)).toList();
        }
    }
}
