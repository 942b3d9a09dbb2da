package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.table.TextColumn;

/**
 * Turns a text into a fixed number of columns, {@code note#00} to {@code note#63}: each word adds 1 or -1 to the column that
 * its hash says. Nothing is learned, so no word is ever unseen; words may meet.
 */
public record TokenHash(int buckets) implements Transform {
    public TokenHash {
        Bucket.require(buckets);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, TextColumn.class, _ -> new Hashed(buckets));
    }

    private record Hashed(int buckets) implements ColumnChange<TextColumn> {
        @Override
        public List<Column> apply(TextColumn column) {
            double[][] values = new double[buckets][column.size()];
            for (int r = 0; r < column.size(); r++) {
                for (String token : Tokens.of(column.text(r))) {
                    Bucket place = Bucket.of(token, buckets);
                    values[place.position()][r] += place.sign();
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
