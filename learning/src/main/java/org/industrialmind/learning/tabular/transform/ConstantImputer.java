package org.industrialmind.learning.tabular.transform;

import java.util.List;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/** Fills gaps with a value that is known beforehand: one for numbers, one for categories. */
public record ConstantImputer(double number, String level) implements Transform {
    public ConstantImputer {
        if (!Double.isFinite(number) || level.isEmpty()) {
            throw new IllegalArgumentException(
                    "filled with " + number + " and '" + level + "': expected a finite number and a level with a name");
        }
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return new Chain.InOrder(List.of(
                ColumnWise.fit(table, NumericColumn.class, _ -> new Fill.OfNumbers(number)),
                ColumnWise.fit(table, CategoricalColumn.class, _ -> new Fill.OfCategories(level))));
    }
}
