package org.industrialmind.learning.tabular.calibration;

import java.util.Arrays;
import org.industrialmind.foundations.statistics.Ranks;

/**
 * The rising function closest to the points by least squares.
 *
 * <p>Pool adjacent violators: walk the points in order; where a mean falls below the one before it, the two are pooled, and
 * that again with the one before, until nothing falls. What stands is the optimum [1], flat in blocks. Points of one x are
 * pooled beforehand. Between blocks the function is drawn straight, outside it stays at its ends, as scikit-learn does.
 *
 * <p>Complexity: a sort, then O(n), since each point is pooled at most once.
 *
 * <ol>
 *   <li>Barlow, Bartholomew, Bremner and Brunk 1972, Statistical Inference under Order Restrictions.
 *   <li>de Leeuw, Hornik and Mair 2009, Isotone optimization in R: pool-adjacent-violators algorithm, J. Statistical
 *       Software 32(5).
 * </ol>
 */
public final class IsotonicRegression {
    private final double[] xs;
    private final double[] values;

    private IsotonicRegression(double[] xs, double[] values) {
        this.xs = xs;
        this.values = values;
    }

    /**
     * Fits a rising function. Shape: x, y and weights are [point]; points of weight 0 are left out.
     *
     * @throws IllegalArgumentException if the lengths differ, a number is not finite, a weight is negative, or all are 0
     */
    public static IsotonicRegression fit(double[] x, double[] y, double[] weights) {
        boolean[] ignored = new boolean[y.length];
        Rows.require(x, ignored, weights);
        Rows.require(y, ignored, weights);
        int n = x.length;
        double[] at = new double[n];
        double[] means = new double[n];
        double[] sums = new double[n];
        int points = 0;
        for (int i : Ranks.ascending(x)) {
            if (weights[i] == 0) {
                continue;
            }
            boolean same = points > 0 && x[i] == at[points - 1];
            int p = same ? points - 1 : points++;
            at[p] = x[i];
            sums[p] += weights[i];
            means[p] += (y[i] - means[p]) * weights[i] / sums[p];
        }
        pool(means, sums, points);
        return new IsotonicRegression(Arrays.copyOf(at, points), Arrays.copyOf(means, points));
    }

    /** Replaces the first means by the closest ones that never fall. */
    static void pool(double[] means, double[] weights, int points) {
        int[] starts = new int[points + 1];
        double[] block = new double[points];
        double[] mass = new double[points];
        int blocks = 0;
        for (int p = 0; p < points; p++) {
            starts[blocks] = p;
            block[blocks] = means[p];
            mass[blocks] = weights[p];
            blocks++;
            while (blocks > 1 && block[blocks - 2] > block[blocks - 1]) {
                blocks--;
                double both = mass[blocks - 1] + mass[blocks];
                block[blocks - 1] += (block[blocks] - block[blocks - 1]) * mass[blocks] / both;
                mass[blocks - 1] = both;
            }
        }
        starts[blocks] = points;
        for (int b = 0; b < blocks; b++) {
            Arrays.fill(means, starts[b], starts[b + 1], block[b]);
        }
    }

    /** Returns the value at x: straight between the points, the end value outside. */
    public double at(double x) {
        int found = Arrays.binarySearch(xs, x);
        if (found >= 0) {
            return values[found];
        }
        int above = -found - 1;
        if (above == 0 || above == xs.length) {
            return values[Math.min(above, xs.length - 1)];
        }
        double share = (x - xs[above - 1]) / (xs[above] - xs[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }
}
