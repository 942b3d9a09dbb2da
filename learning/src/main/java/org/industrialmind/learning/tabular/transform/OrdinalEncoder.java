package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Turns a category into the position of its level: 0, 1, 2 ... A missing value stays missing, and so does a level that was
 * not seen in training.
 *
 * @param orders the levels from low to high, by column; a column without an order takes its levels as they come
 */
public record OrdinalEncoder(Map<String, List<String>> orders) implements Transform {
    public OrdinalEncoder {
        orders = Map.copyOf(orders);
    }

    public static OrdinalEncoder defaults() {
        return new OrdinalEncoder(Map.of());
    }

    /** Returns the encoder with an order for a column. */
    public OrdinalEncoder withOrder(String column, String... levels) {
        Map<String, List<String>> more = new HashMap<>(orders);
        more.put(column, List.of(levels));
        return new OrdinalEncoder(more);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, CategoricalColumn.class, column -> {
            List<String> order = orders.getOrDefault(column.name(), column.seenLevels());
            List<String> outside = new ArrayList<>(column.seenLevels());
            outside.removeAll(order);
            if (!outside.isEmpty()) {
                throw new IllegalArgumentException("column '" + column.name() + "' has the levels " + outside
                        + " which the given order " + order + " leaves out: add them");
            }
            return new Codes(order);
        });
    }

    private record Codes(List<String> levels) implements ColumnChange<CategoricalColumn> {
        @Override
        public List<Column> apply(CategoricalColumn column) {
            CategoricalColumn ordered = column.withLevels(levels);
            double[] codes = new double[column.size()];
            for (int r = 0; r < codes.length; r++) {
                codes[r] = ordered.isMissing(r) ? Double.NaN : ordered.code(r);
            }
            return List.of(NumericColumn.of(column.name(), codes));
        }
    }
}
