package org.industrialmind.learning.tabular.transform;

import org.industrialmind.learning.tabular.table.Table;

/**
 * A change of a table, all details known. Immutable; two that learned the same are equal. Each row is changed by itself:
 * what the other rows of the table hold plays no part.
 */
@FunctionalInterface
public interface FittedTransform {
    /**
     * Returns the changed rows, in their order.
     *
     * @throws IllegalArgumentException if a column that was learned from is not there or is of another kind
     */
    Table apply(Table table);
}
