package org.industrialmind.learning.tabular.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Named columns of equal length. Immutable: every change is a new table, which shares the columns that stay.
 *
 * <p>Memory: 8 bytes for each number and time, 4 for each category, 56 and two for each letter for a text, and the values
 * are held once however many tables share them.
 */
public final class Table {
    private final List<Column> columns;
    private final Map<String, Integer> positions;
    private final int rows;

    private Table(List<Column> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table of no columns: expected at least one");
        }
        this.columns = List.copyOf(columns);
        this.rows = columns.getFirst().size();
        this.positions = HashMap.newHashMap(columns.size());
        for (Column column : columns) {
            if (column.size() != rows) {
                throw new IllegalArgumentException("column '" + column.name() + "' has " + column.size()
                        + " rows: expected " + rows + ", as column '"
                        + columns.getFirst().name() + "' has");
            }
            if (positions.putIfAbsent(column.name(), positions.size()) != null) {
                throw new IllegalArgumentException(
                        "column '" + column.name() + "' comes twice: expected names that differ");
            }
        }
    }

    /** @throws IllegalArgumentException if there is no column, two have one name, or they differ in length */
    public static Table of(Column... columns) {
        return new Table(List.of(columns));
    }

    /** As {@link #of(Column...)}. */
    public static Table of(List<? extends Column> columns) {
        return new Table(List.copyOf(columns));
    }

    /** Returns how many rows there are; there may be none. */
    public int rows() {
        return rows;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    public Schema schema() {
        return new Schema(columns.stream().map(Column::field).toList());
    }

    public boolean has(String name) {
        return positions.containsKey(name);
    }

    public Optional<Column> find(String name) {
        return Optional.ofNullable(positions.get(name)).map(columns::get);
    }

    /** @throws IllegalArgumentException if there is no such column; the message names the nearest */
    public Column column(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no column '" + name + "' among " + names() + Names.nearest(name, names())));
    }

    /** @throws IllegalArgumentException if there is no such column or it is of another kind */
    public NumericColumn numeric(String name) {
        return typed(name, NumericColumn.class, Kind.NUMERIC);
    }

    /** @throws IllegalArgumentException if there is no such column or it is of another kind */
    public CategoricalColumn categorical(String name) {
        return typed(name, CategoricalColumn.class, Kind.CATEGORICAL);
    }

    /** @throws IllegalArgumentException if there is no such column or it is of another kind */
    public TextColumn text(String name) {
        return typed(name, TextColumn.class, Kind.TEXT);
    }

    /** @throws IllegalArgumentException if there is no such column or it is of another kind */
    public TimeColumn time(String name) {
        return typed(name, TimeColumn.class, Kind.TIME);
    }

    private <C extends Column> C typed(String name, Class<C> type, Kind kind) {
        Column column = column(name);
        if (!type.isInstance(column)) {
            throw new IllegalArgumentException(
                    "column '" + name + "' is " + column.kind().word() + ", expected " + kind.word());
        }
        return type.cast(column);
    }

    /** Returns the rows at these positions, in this order; a position may come more than once. */
    public Table select(int... chosen) {
        for (int position : chosen) {
            if (position < 0 || position >= rows) {
                throw new IllegalArgumentException(
                        "row " + position + " of a table of " + rows + " rows: expected one from 0 to " + (rows - 1));
            }
        }
        return new Table(columns.stream().map(column -> column.select(chosen)).toList());
    }

    /** Returns the rows from a position up to, not including, another. */
    public Table slice(int from, int to) {
        return select(IntStream.range(from, to).toArray());
    }

    /** Returns only these columns, in this order. */
    public Table only(String... names) {
        return new Table(List.of(names).stream().map(this::column).toList());
    }

    /** Returns all columns but these, each of which must be there. */
    public Table without(String... names) {
        Set<String> dropped = Set.of(names);
        dropped.forEach(this::column);
        return new Table(columns.stream()
                .filter(column -> !dropped.contains(column.name()))
                .toList());
    }

    /** Returns the table with a column more, or another in the place of the one of that name. */
    public Table with(Column column) {
        List<Column> changed = new ArrayList<>(columns);
        @Nullable Integer position = positions.get(column.name());
        if (position == null) {
            changed.add(column);
        } else {
            changed.set(position, column);
        }
        return new Table(changed);
    }

    public Table renamed(String from, String to) {
        Column old = column(from);
        return new Table(columns.stream()
                .map(column -> column == old ? old.renamed(to) : column)
                .toList());
    }

    /** Returns the table with a numeric column that a function makes of each row; NaN where there is no value. */
    public Table derived(String name, ToDoubleFunction<Row> value) {
        return with(NumericColumn.of(
                name,
                IntStream.range(0, rows)
                        .mapToDouble(r -> value.applyAsDouble(new Row(this, r)))
                        .toArray()));
    }

    /** Returns the table with a categorical column that a function makes of each row; empty where there is no value. */
    public Table derivedCategory(String name, Function<Row, String> value) {
        return with(CategoricalColumn.of(
                name,
                IntStream.range(0, rows)
                        .mapToObj(r -> value.apply(new Row(this, r)))
                        .toArray(String[]::new)));
    }

    /** Returns the columns of both, these first. */
    public Table beside(Table other) {
        List<Column> both = new ArrayList<>(columns);
        both.addAll(other.columns);
        return new Table(both);
    }

    /**
     * Returns the rows of both, these first, with the columns in the order of this table; levels are joined.
     *
     * @throws IllegalArgumentException if the other table lacks a column or has further ones
     */
    public Table above(Table other) {
        List<String> lacking = new ArrayList<>(schema().lackingIn(other.schema()));
        lacking.addAll(other.schema().lackingIn(schema()));
        if (!lacking.isEmpty()) {
            throw new IllegalArgumentException("the tables do not fit under each other: " + String.join("; ", lacking));
        }
        return new Table(columns.stream()
                .map(column -> Joined.of(column, other.column(column.name())))
                .toList());
    }

    /** Returns the first rows as a person reads them: a line of names, then a line for each row. */
    public String head(int count) {
        return Printed.of(this, Math.min(count, rows));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Table that && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return "Table[" + rows + " rows, " + columns.size() + " columns]";
    }
}
