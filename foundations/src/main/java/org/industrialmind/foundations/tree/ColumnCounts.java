package org.industrialmind.foundations.tree;

import java.util.OptionalInt;

/** How many columns a split of a forest asks. */
final class ColumnCounts {
    private ColumnCounts() {}

    static int forClasses(OptionalInt wanted, int columns) {
        return Math.clamp(wanted.orElse((int) Math.round(Math.sqrt(columns))), 1, columns);
    }

    static int forNumbers(OptionalInt wanted, int columns) {
        return Math.clamp(wanted.orElse((columns + 2) / 3), 1, columns);
    }
}
