package org.industrialmind.learning.tabular.transform;

import java.util.Arrays;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Moves and stretches each number so that the rows learned from reach exactly from low to high. A constant column becomes
 * low.
 *
 * @param clipped whether a later number outside the range of training is cut to its end
 */
public record MinMaxScaler(double low, double high, boolean clipped) implements Transform {
    public MinMaxScaler {
        if (!(low < high)) {
            throw new IllegalArgumentException("a range from " + low + " to " + high + ": expected low < high");
        }
    }

    /** Returns the scaler to 0 and 1, not clipped. */
    public static MinMaxScaler defaults() {
        return new MinMaxScaler(0, 1, false);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, NumericColumn.class, column -> {
            double[] present = Learned.present(column);
            double least = Arrays.stream(present).min().orElseThrow();
            double span = Arrays.stream(present).max().orElseThrow() - least;
            return new Range(Affine.of(least, span), low, high, clipped);
        });
    }

    private record Range(Affine unit, double low, double high, boolean clipped) implements ColumnChange.OfNumbers {
        @Override
        public double of(double value) {
            double scaled = low + (high - low) * unit.of(value);
            return clipped ? Math.clamp(scaled, low, high) : scaled;
        }
    }
}
