package org.industrialmind.learning.tabular.transform;

import org.industrialmind.learning.tabular.table.Table;

/**
 * A change of a table whose details are learned from rows: the mean that fills a gap, the levels that get a column each.
 *
 * <p>An implementation is a record of its settings. It learns from the rows it is given and from nothing else; the target
 * is not among the columns, it is handed over beside them. A transform works on the columns of the kinds it is made for and
 * leaves the others as they are; {@link ColumnTransform} narrows it to some of them.
 */
public interface Transform {
    /**
     * Learns from these rows.
     *
     * @throws IllegalArgumentException if they do not suffice; the message names the column and says why
     */
    FittedTransform fit(Table table, Target target);

    /**
     * Learns from these rows and returns them changed as a method should learn from them. That is the same as applying what
     * was learned, except where a transform uses the target: there the value of a row comes from the other rows
     * (out-of-fold), or the method would learn to trust a column that knows the answer.
     */
    default Fitted fitApply(Table table, Target target) {
        FittedTransform fitted = fit(table, target);
        return new Fitted(fitted, fitted.apply(table));
    }

    /**
     * @param transform what was learned, for rows to come
     * @param table the rows learned from, changed
     */
    record Fitted(FittedTransform transform, Table table) {}
}
