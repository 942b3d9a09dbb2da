package org.industrialmind.learning.tabular.selection;

import java.util.List;

/**
 * How well the rows learned from can be told from the rows judged on.
 *
 * @param area under the ROC curve of a judge that had not seen the rows; 0.5 if nobody can tell them apart, 1 if anybody can
 * @param standardError of the area
 * @param columns each column alone, the most telling first
 */
public record Shift(double area, double standardError, List<ColumnShift> columns) {
    public Shift {
        columns = List.copyOf(columns);
    }

    /**
     * What one column alone tells.
     *
     * @param area the probability that a row judged on has the larger value, ties counting half; far below 0.5 tells as much
     *     as far above. A missing value counts as smaller than any
     */
    public record ColumnShift(int column, double area) {
        /** Returns how far the area lies from what tells nothing. */
        public double strength() {
            return Math.abs(area - 0.5);
        }
    }

    /** Returns whether the area lies above 0.5 by more than two standard errors. */
    public boolean isSeen() {
        return area - 2 * standardError > 0.5;
    }
}
