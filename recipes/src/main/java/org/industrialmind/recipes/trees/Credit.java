package org.industrialmind.recipes.trees;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.attribution.TreeShap;

/** How much of a model is owed to each column, by two counts, each in shares that sum to 1. */
final class Credit {
    private final double[] gains;
    private final double[] shapley;

    private Credit(double[] gains, double[] shapley) {
        this.gains = gains;
        this.shapley = shapley;
    }

    /** @param gains of the columns, as shares; a model that has split nothing owes nothing to any */
    static Credit of(double[] gains, TreeShap explained, Matrix rows) {
        double[] sums = new double[gains.length];
        double all = 0;
        for (int output = 0; output < explained.outputs(); output++) {
            Matrix values = explained.values(rows, output);
            for (int r = 0; r < values.rows(); r++) {
                for (int c = 0; c < sums.length; c++) {
                    sums[c] += Math.abs(values.get(r, c));
                    all += Math.abs(values.get(r, c));
                }
            }
        }
        for (int c = 0; c < sums.length; c++) {
            sums[c] /= all > 0 ? all : 1;
        }
        return new Credit(gains.clone(), sums);
    }

    /** Returns what the splits on the column have lowered the loss by. */
    double gain(int column) {
        return gains[column];
    }

    /** Returns the mean of the column's absolute Shapley values over rows and outputs. */
    double shapley(int column) {
        return shapley[column];
    }

    /** Returns the columns, the one of most Shapley value first. */
    List<Integer> order() {
        return IntStream.range(0, shapley.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> -shapley[c]))
                .toList();
    }
}
