package org.industrialmind.foundations.algebra;

/** Checks that a matrix lies within its array. */
final class View {
    private View() {}

    static void require(int rows, int columns, int at, int rowStep, int columnStep, int length, String name) {
        if (rows < 0 || columns < 0 || at < 0 || rowStep < 0 || columnStep < 0) {
            throw new IllegalArgumentException("matrix " + name + " is " + rows + " x " + columns + " from " + at
                    + " with steps " + rowStep + " and " + columnStep + ": expected no negative number");
        }
        if (rows == 0 || columns == 0) {
            return;
        }
        long last = at + (rows - 1L) * rowStep + (columns - 1L) * columnStep;
        if (last >= length) {
            throw new IllegalArgumentException("matrix " + name + " of " + rows + " x " + columns + " from " + at
                    + " with steps " + rowStep + " and " + columnStep + " ends at " + last + ", its array at "
                    + (length - 1) + ": expected the array to hold it");
        }
    }
}
