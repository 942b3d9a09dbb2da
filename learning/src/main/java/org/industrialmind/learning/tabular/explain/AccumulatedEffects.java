package org.industrialmind.learning.tabular.explain;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * The effect of one column, gathered from small steps of the rows that are there: accumulated local effects [1].
 *
 * <p>The column is cut at quantiles. In each interval, the rows in it are moved to its two ends and the mean difference is
 * what the model does across it; the differences are added up. Unlike partial dependence no row is moved far, so columns that
 * go together do no harm, and the effect of one is not mixed with that of the other.
 *
 * <p>Shape: edges [edge], effects [edge]; the mean effect over the rows is 0. A row without the value is left out. For a
 * linear model the effect is coefficient times value, up to a constant.
 *
 * <ol>
 *   <li>Apley and Zhu 2020, Visualizing the effects of predictor variables in black box supervised learning models, JRSS B
 *       82(4).
 * </ol>
 */
public final class AccumulatedEffects {
    private final double[] edges;
    private final double[] effects;

    private AccumulatedEffects(double[] edges, double[] effects) {
        this.edges = edges;
        this.effects = effects;
    }

    /**
     * Gathers the effect of a column.
     *
     * @param intervals at most so many, with about equally many rows each
     * @throws IllegalArgumentException if the column has fewer than two distinct values
     */
    public static AccumulatedEffects of(RowScore model, Matrix rows, int column, int intervals) {
        double[] values = PartialDependence.sortedNumbers(rows, column);
        double[] edges = new double[intervals + 1];
        for (int i = 0; i <= intervals && values.length > 0; i++) {
            edges[i] = Quantiles.ofSorted(values, (double) i / intervals);
        }
        edges = Arrays.stream(edges).distinct().toArray();
        if (edges.length < 2) {
            throw new IllegalArgumentException("column " + column + " has one value only, or " + intervals
                    + " intervals were asked for: expected two distinct values and at least one interval");
        }
        return accumulated(model, rows, column, edges);
    }

    private static AccumulatedEffects accumulated(RowScore model, Matrix rows, int column, double[] edges) {
        double[] sums = new double[edges.length - 1];
        int[] counts = new int[sums.length];
        double[] low = rows.toArray();
        double[] high = rows.toArray();
        int[] intervalOf = new int[rows.rows()];
        for (int r = 0; r < intervalOf.length; r++) {
            intervalOf[r] = interval(edges, rows.get(r, column));
            if (intervalOf[r] >= 0) {
                low[r * rows.columns() + column] = edges[intervalOf[r]];
                high[r * rows.columns() + column] = edges[intervalOf[r] + 1];
            }
        }
        double[] below = model.of(Matrix.of(rows.rows(), rows.columns(), low));
        double[] above = model.of(Matrix.of(rows.rows(), rows.columns(), high));
        for (int r = 0; r < intervalOf.length; r++) {
            if (intervalOf[r] >= 0) {
                sums[intervalOf[r]] += above[r] - below[r];
                counts[intervalOf[r]]++;
            }
        }
        double[] effects = new double[edges.length];
        double mean = 0;
        double all = Arrays.stream(counts).sum();
        for (int i = 0; i < sums.length; i++) {
            effects[i + 1] = effects[i] + (counts[i] == 0 ? 0 : sums[i] / counts[i]);
            mean += counts[i] / all * (effects[i] + effects[i + 1]) / 2;
        }
        for (int i = 0; i < effects.length; i++) {
            effects[i] -= mean;
        }
        return new AccumulatedEffects(edges, effects);
    }

    /** Returns the interval (edge, next edge] of a value, the first one including its lower end; -1 for a missing value. */
    private static int interval(double[] edges, double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        int found = Arrays.binarySearch(edges, value);
        return Math.clamp((found >= 0 ? found : -found - 1) - 1, 0, edges.length - 2);
    }

    /** Returns the ends of the intervals in ascending order; a copy. */
    public double[] edges() {
        return edges.clone();
    }

    /** Returns the effect at each edge; a copy. */
    public double[] effects() {
        return effects.clone();
    }
}
