package org.industrialmind.learning.tabular.explain;

import java.util.List;

/**
 * What each column, or group of columns, adds to the score of one row.
 *
 * @param base the mean score of the background
 * @param contributions by column or group; with the base they sum to the score of the row
 */
public record Attribution(double base, List<Double> contributions) {
    public Attribution {
        contributions = List.copyOf(contributions);
    }

    /** Returns the score that is explained: the base and all contributions. */
    public double score() {
        return base + contributions.stream().mapToDouble(Double::doubleValue).sum();
    }
}
