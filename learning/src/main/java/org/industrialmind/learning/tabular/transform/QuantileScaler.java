package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.statistics.Normal;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Replaces a number by the share of training rows below it, so that any distribution becomes uniform; or by the normal
 * quantile of that share (normal score), so that it becomes normal. Only the order of the numbers survives.
 *
 * <p>The shares are known at evenly spaced quantiles and interpolated between them; a number that many rows share gets the
 * middle of its shares. Outside the training range it is 0 or 1, as normal scores about -5.2 and 5.2.
 *
 * @param quantiles how many quantiles are kept, at most one for each row
 */
public record QuantileScaler(int quantiles, Shape shape) implements Transform {
    /** What the numbers look like afterwards. */
    public enum Shape {
        UNIFORM,
        NORMAL
    }

    public QuantileScaler {
        if (quantiles < 2) {
            throw new IllegalArgumentException(quantiles + " quantiles: expected at least 2");
        }
    }

    /** Returns the normal score by 1,000 quantiles. */
    public static QuantileScaler defaults() {
        return new QuantileScaler(1000, Shape.NORMAL);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, NumericColumn.class, column -> {
            double[] ascending = Learned.present(column);
            Arrays.sort(ascending);
            int count = Math.max(2, Math.min(quantiles, ascending.length));
            List<Double> kept = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                double quantile = Quantiles.ofSorted(ascending, (double) i / (count - 1));
                kept.add(i == 0 ? quantile : Math.max(quantile, kept.getLast())); // rounding may step back
            }
            return new Shares(kept, shape);
        });
    }

    private record Shares(List<Double> quantiles, Shape shape) implements ColumnChange.OfNumbers {
        private static final double EDGE = 1e-7; // the share that stands for 0, so that its normal quantile is finite

        Shares {
            quantiles = List.copyOf(quantiles);
        }

        @Override
        public double of(double value) {
            double share = share(value);
            return switch (shape) {
                case UNIFORM -> share;
                case NORMAL -> Normal.quantile(Math.clamp(share, EDGE, 1 - EDGE));
            };
        }

        private double share(double value) {
            int last = quantiles.size() - 1;
            if (value <= quantiles.getFirst()) {
                return 0;
            }
            if (value >= quantiles.getLast()) {
                return 1;
            }
            int below = lastBelow(value); // quantile < value
            int above = below + 1;
            int equal = above;
            while (quantiles.get(equal) == value) {
                equal++;
            }
            if (equal > above) { // the first and last quantile that are the number itself
                return 0.5 * (above + equal - 1) / last;
            }
            double from = quantiles.get(below);
            return (below + (value - from) / (quantiles.get(above) - from)) / last;
        }

        private int lastBelow(double value) {
            int low = 0;
            int high = quantiles.size() - 1;
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (quantiles.get(middle) < value) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
