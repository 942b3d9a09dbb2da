package org.industrialmind.learning.tabular.transform;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Fills gaps with one value for each column, learned from the values that are there: numbers with the chosen middle,
 * categories with the most frequent level. Ties go to the smaller number and the earlier level.
 *
 * <p>The spread of a filled column is too small and its relations to other columns are weakened; {@link MissingIndicator}
 * before it lets a method see where the gaps were.
 *
 * @param numbers which middle fills a gap among numbers
 */
public record SimpleImputer(Middle numbers) implements Transform {
    /** A value to stand for all. */
    public enum Middle {
        MEAN,
        MEDIAN,
        /** The most frequent. */
        MODE
    }

    /** Returns the imputer by the median, which outliers do not move. */
    public static SimpleImputer defaults() {
        return new SimpleImputer(Middle.MEDIAN);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return new Chain.InOrder(List.of(
                ColumnWise.fit(table, NumericColumn.class, column -> new Fill.OfNumbers(middle(column))),
                ColumnWise.fit(table, CategoricalColumn.class, column -> new Fill.OfCategories(mostFrequent(column)))));
    }

    private double middle(NumericColumn column) {
        return switch (numbers) {
            case MEAN -> Learned.mean(column);
            case MEDIAN -> Quantiles.median(Learned.present(column));
            case MODE -> mostFrequent(Learned.present(column));
        };
    }

    private static double mostFrequent(double[] values) {
        Arrays.sort(values);
        int best = 0;
        double found = values[0];
        int run = 0;
        for (int i = 0; i < values.length; i++) {
            run = i > 0 && values[i] == values[i - 1] ? run + 1 : 1;
            if (run > best) {
                best = run;
                found = values[i];
            }
        }
        return found;
    }

    private static String mostFrequent(CategoricalColumn column) {
        int[] counts = column.counts();
        int best = -1;
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > (best < 0 ? 0 : counts[best])) {
                best = code;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("column '" + column.name() + "' has no value in any of the "
                    + column.size() + " rows: there is nothing to fill it with, drop it");
        }
        return column.levels().get(best);
    }
}
