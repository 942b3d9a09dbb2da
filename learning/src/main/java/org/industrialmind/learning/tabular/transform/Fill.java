package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;

/** Puts one value into the gaps of a column. */
final class Fill {
    private Fill() {}

    record OfNumbers(double value) implements ColumnChange<NumericColumn> {
        @Override
        public List<Column> apply(NumericColumn column) {
            double[] values = column.toArray();
            for (int r = 0; r < values.length; r++) {
                values[r] = Double.isNaN(values[r]) ? value : values[r];
            }
            return List.of(NumericColumn.of(column.name(), values));
        }
    }

    record OfCategories(String level) implements ColumnChange<CategoricalColumn> {
        @Override
        public List<Column> apply(CategoricalColumn column) {
            List<String> levels = new ArrayList<>(column.levels());
            if (!levels.contains(level)) {
                levels.add(level);
            }
            int[] codes = column.codes();
            for (int r = 0; r < codes.length; r++) {
                codes[r] = codes[r] == CategoricalColumn.MISSING ? levels.indexOf(level) : codes[r];
            }
            return List.of(CategoricalColumn.ofCodes(column.name(), codes, levels));
        }
    }
}
