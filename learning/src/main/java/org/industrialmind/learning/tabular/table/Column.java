package org.industrialmind.learning.tabular.table;

/** The values of one name, one for each row; any of them may be missing. Immutable; equal columns hold equal values. */
public sealed interface Column permits NumericColumn, CategoricalColumn, TextColumn, TimeColumn {
    String name();

    Kind kind();

    /** Returns how many rows there are, missing values included. */
    int size();

    boolean isMissing(int row);

    /** Returns the value as it is printed; empty where it is missing. */
    String text(int row);

    Column renamed(String name);

    /** Returns the values at these rows, in this order; a row may come more than once. */
    Column select(int... rows);

    default Field field() {
        return new Field(name(), kind());
    }

    /** Returns how many values are missing. */
    default int missing() {
        int missing = 0;
        for (int r = 0; r < size(); r++) {
            missing += isMissing(r) ? 1 : 0;
        }
        return missing;
    }
}
