package org.industrialmind.learning.tabular.transform;

import java.util.HashMap;
import java.util.Map;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Turns a category into the share of training rows that have its level: {@code ticket} into {@code share(ticket)}. Missing
 * counts as a level; a level that was not seen in training has the share 0.
 */
public record FrequencyEncoder() implements Transform {
    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, CategoricalColumn.class, column -> {
            int[] counts = column.counts();
            Map<String, Double> shares = new HashMap<>();
            for (int code = 0; code < counts.length; code++) {
                if (counts[code] > 0) {
                    shares.put(column.levels().get(code), (double) counts[code] / column.size());
                }
            }
            shares.put("", (double) column.missing() / column.size());
            return new LevelValues("share(" + column.name() + ")", shares, 0);
        });
    }
}
