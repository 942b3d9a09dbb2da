package org.industrialmind.foundations.outlier;

/** What every model here asks of a row. */
final class RowCheck {
    private RowCheck() {}

    static void require(double[] row, int columns) {
        if (row.length != columns) {
            throw new IllegalArgumentException(
                    "the row has " + row.length + " values: expected " + columns + ", as the rows learned from have");
        }
        for (int c = 0; c < columns; c++) {
            if (!Double.isFinite(row[c])) {
                throw new IllegalArgumentException("the value in column " + c + " is " + row[c]
                        + ": expected a finite number; fill missing values before asking");
            }
        }
    }
}
