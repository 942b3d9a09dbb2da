package org.industrialmind.foundations.algebra;

/**
 * One product c += factor a b and where its matrices lie.
 *
 * <p>Shape: a is [m, k], b is [k, n], c is [m, n]. A step of one row and one of one column tell how a and b lie in their
 * arrays, so a transposed matrix is the same array with the steps exchanged. Rows of c are contiguous.
 */
record DoubleOperands(int m, int n, int k, double factor, DoubleView a, DoubleView b, DoubleView c) {

    /** Multiply-adds of the product. */
    long work() {
        return (long) m * n * k;
    }

    /** Part of an array, seen as a matrix; entry (r, c) is at {@code at + r rowStep + c columnStep}. */
    @SuppressWarnings("ArrayRecordComponent") // a view shares its array on purpose, and is never compared
    record DoubleView(double[] values, int at, int rowStep, int columnStep) {
        int index(int row, int column) {
            return at + row * rowStep + column * columnStep;
        }

        /** @throws IllegalArgumentException if an entry of a [rows, columns] matrix would lie outside the array */
        DoubleView require(int rows, int columns, String name) {
            View.require(rows, columns, at, rowStep, columnStep, values.length, name);
            return this;
        }
    }
}
