package org.industrialmind.learning.tabular.transform;

import org.industrialmind.learning.tabular.table.NumericColumn;

/** A number for each row. */
public final class NumberTarget implements Target {
    private final NumericColumn column;

    private NumberTarget(NumericColumn column) {
        this.column = column;
    }

    /** @throws IllegalArgumentException if a row has no number */
    public static NumberTarget of(NumericColumn column) {
        ClassTarget.requireComplete(column);
        return new NumberTarget(column);
    }

    public String name() {
        return column.name();
    }

    @Override
    public int size() {
        return column.size();
    }

    public double value(int row) {
        return column.value(row);
    }

    /** Returns all numbers; a copy. */
    public double[] values() {
        return column.toArray();
    }

    @Override
    public NumberTarget select(int... rows) {
        return new NumberTarget(column.select(rows));
    }
}
