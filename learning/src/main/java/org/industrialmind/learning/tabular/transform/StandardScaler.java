package org.industrialmind.learning.tabular.transform;

import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Moves and stretches each number so that the rows learned from have mean 0 and variance 1 (divided by n). A constant
 * column becomes 0. One outlier stretches the scale for all; {@link RobustScaler} stands it.
 */
public record StandardScaler() implements Transform {
    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, NumericColumn.class, column -> {
            Moments moments = Moments.of(Learned.present(column));
            return Affine.of(moments.mean(), Math.sqrt(moments.squares() / moments.count()));
        });
    }
}
