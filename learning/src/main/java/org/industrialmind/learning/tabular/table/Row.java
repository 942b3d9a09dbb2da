package org.industrialmind.learning.tabular.table;

/** One row of a table, for functions that make a new value of it. */
public final class Row {
    private final Table table;
    private final int position;

    Row(Table table, int position) {
        this.table = table;
        this.position = position;
    }

    public int position() {
        return position;
    }

    public boolean isMissing(String column) {
        return table.column(column).isMissing(position);
    }

    /** Returns the number in a numeric column, NaN where it is missing. */
    public double number(String column) {
        return table.numeric(column).value(position);
    }

    /** Returns the value of any column as it is printed; empty where it is missing. */
    public String text(String column) {
        return table.column(column).text(position);
    }
}
