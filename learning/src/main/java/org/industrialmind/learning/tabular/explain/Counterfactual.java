package org.industrialmind.learning.tabular.explain;

import java.util.List;

/**
 * A change of a row after which the model answers as wanted.
 *
 * @param changes of the columns that differ
 * @param distance the sum of the changes in scales of their columns, times their costs
 * @param score of the changed row
 */
public record Counterfactual(List<Change> changes, double distance, double score) {
    /** One column's change. */
    public record Change(int column, double from, double to) {}

    public Counterfactual {
        changes = List.copyOf(changes);
    }

    /** Returns the changed row. */
    public double[] applied(double[] row) {
        double[] changed = row.clone();
        for (Change change : changes) {
            changed[change.column()] = change.to();
        }
        return changed;
    }
}
