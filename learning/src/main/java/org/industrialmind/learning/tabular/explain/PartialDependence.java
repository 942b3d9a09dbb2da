package org.industrialmind.learning.tabular.explain;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * What a model says as one column moves and all others stay: for each row a line, and their mean.
 *
 * <p>The mean is the partial dependence [1]; the lines of single rows (ICE [2]) show what it hides, such as an effect that
 * rises for half of the rows and falls for the others. Both ask the model about rows that may not exist where columns go
 * together; {@link AccumulatedEffects} does not.
 *
 * <p>Shape: grid [point], lines [row, point], mean [point].
 *
 * <ol>
 *   <li>Friedman 2001, Greedy function approximation: a gradient boosting machine, Annals of Statistics 29(5), section 8.2.
 *   <li>Goldstein, Kapelner, Bleich and Pitkin 2015, Peeking inside the black box, J. Comp. Graph. Statistics 24(1).
 * </ol>
 */
public final class PartialDependence {
    private final double[] grid;
    private final Matrix lines;

    private PartialDependence(double[] grid, Matrix lines) {
        this.grid = grid;
        this.lines = lines;
    }

    /** Returns the lines over quantiles of the column that are equally far apart, at most so many. */
    public static PartialDependence of(RowScore model, Matrix rows, int column, int points) {
        double[] values = sortedNumbers(rows, column);
        if (values.length == 0 || points < 2) {
            throw new IllegalArgumentException("column " + column + " has " + values.length + " values for a grid of "
                    + points + " points: expected at least one value and two points");
        }
        double[] grid = new double[points];
        for (int i = 0; i < points; i++) {
            grid[i] = Quantiles.ofSorted(values, i / (points - 1.0));
        }
        return at(model, rows, column, Arrays.stream(grid).distinct().toArray());
    }

    /** Returns the lines over a grid of one's own. */
    public static PartialDependence at(RowScore model, Matrix rows, int column, double[] grid) {
        double[] lines = new double[rows.rows() * grid.length];
        double[] values = rows.toArray();
        for (int g = 0; g < grid.length; g++) {
            for (int r = 0; r < rows.rows(); r++) {
                values[r * rows.columns() + column] = grid[g];
            }
            double[] scores = model.of(Matrix.of(rows.rows(), rows.columns(), values));
            for (int r = 0; r < scores.length; r++) {
                lines[r * grid.length + g] = scores[r];
            }
        }
        return new PartialDependence(grid.clone(), Matrix.of(rows.rows(), grid.length, lines));
    }

    static double[] sortedNumbers(Matrix rows, int column) {
        return Arrays.stream(rows.column(column))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    /** Returns the values that the column was moved to, in ascending order; a copy. */
    public double[] grid() {
        return grid.clone();
    }

    /** Returns the line of each row. Shape: [row, point]. */
    public Matrix lines() {
        return lines;
    }

    /** Returns the partial dependence: the mean line. Shape: [point]. */
    public double[] mean() {
        double[] mean = new double[grid.length];
        for (int g = 0; g < grid.length; g++) {
            mean[g] = Arrays.stream(lines.column(g)).average().orElseThrow();
        }
        return mean;
    }
}
