package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Turns a category of many levels into a fixed number of columns, {@code part#0} to {@code part#7}: a level is 1 or -1 in
 * the column that its hash says. Nothing is learned, so no level is ever unseen; levels may meet. A missing value is zeros.
 */
public record HashEncoder(int buckets) implements Transform {
    public HashEncoder {
        Bucket.require(buckets);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, CategoricalColumn.class, _ -> new Hashed(buckets));
    }

    private record Hashed(int buckets) implements ColumnChange<CategoricalColumn> {
        @Override
        public List<Column> apply(CategoricalColumn column) {
            List<Bucket> places = column.levels().stream()
                    .map(level -> Bucket.of(level, buckets))
                    .toList();
            double[][] values = new double[buckets][column.size()];
            for (int r = 0; r < column.size(); r++) {
                if (!column.isMissing(r)) {
                    Bucket place = places.get(column.code(r));
                    values[place.position()][r] = place.sign();
                }
            }
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < buckets; i++) {
                columns.add(NumericColumn.of(Bucket.name(column.name(), i, buckets), values[i]));
            }
            return columns;
        }
    }
}
