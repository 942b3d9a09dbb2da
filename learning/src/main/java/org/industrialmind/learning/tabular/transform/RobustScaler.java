package org.industrialmind.learning.tabular.transform;

import java.util.Arrays;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Subtracts the median and divides by the distance between two quantiles, which a few outliers do not move.
 *
 * @param low probability of the lower quantile
 * @param high probability of the upper one
 */
public record RobustScaler(double low, double high) implements Transform {
    public RobustScaler {
        if (!(low >= 0 && low < high && high <= 1)) {
            throw new IllegalArgumentException(
                    "quantiles at " + low + " and " + high + ": expected 0 <= low < high <= 1");
        }
    }

    /** Returns the scaler by the quartiles. */
    public static RobustScaler defaults() {
        return new RobustScaler(0.25, 0.75);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, NumericColumn.class, column -> {
            double[] ascending = Learned.present(column);
            Arrays.sort(ascending);
            double span = Quantiles.ofSorted(ascending, high) - Quantiles.ofSorted(ascending, low);
            return Affine.of(Quantiles.ofSorted(ascending, 0.5), span);
        });
    }
}
