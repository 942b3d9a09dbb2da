package org.industrialmind.learning.tabular.table;

/**
 * How large a table from a file may grow before reading is refused, so that a wrong file ends in a sentence and not in a
 * process without memory.
 *
 * @param rows most rows of one table
 * @param columns most columns
 * @param letters most letters of one field; a quote that never closes reaches it
 * @param bytes most bytes of all values, counted as {@link Table} states
 */
public record TableLimits(int rows, int columns, int letters, long bytes) {
    public TableLimits {
        if (rows < 1 || columns < 1 || letters < 1 || bytes < 1) {
            throw new IllegalArgumentException("limits of " + rows + " rows, " + columns + " columns, " + letters
                    + " letters and " + bytes + " bytes: expected all to be positive");
        }
    }

    /** Returns 100 million rows, 10,000 columns, a million letters a field, and a quarter of the memory there is. */
    public static TableLimits defaults() {
        // a quarter: while an array grows it is there twice, and somebody wants to work with the table afterwards
        return new TableLimits(
                100_000_000, 10_000, 1_000_000, Runtime.getRuntime().maxMemory() / 4);
    }
}
