package org.industrialmind.learning.tabular.transform;

import java.util.List;
import java.util.Map;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;

/**
 * Puts a number in the place of each level.
 *
 * @param name what the new column is called
 * @param values the number of each level; the empty level stands for a missing value
 * @param otherwise the number of every other level
 */
record LevelValues(String name, Map<String, Double> values, double otherwise)
        implements ColumnChange<CategoricalColumn> {
    LevelValues {
        values = Map.copyOf(values);
    }

    @Override
    public List<Column> apply(CategoricalColumn column) {
        double[] ofLevel = column.levels().stream().mapToDouble(this::of).toArray();
        double[] numbers = new double[column.size()];
        for (int r = 0; r < numbers.length; r++) {
            numbers[r] = column.isMissing(r) ? of("") : ofLevel[column.code(r)];
        }
        return List.of(NumericColumn.of(name, numbers));
    }

    double of(String level) {
        return values.getOrDefault(level, otherwise);
    }
}
