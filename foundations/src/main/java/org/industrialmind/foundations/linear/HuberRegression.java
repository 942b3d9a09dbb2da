package org.industrialmind.foundations.linear;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Huber's robust regression: errors count by their square up to a threshold and by their size beyond, so that a wild target
 * pulls like one at the threshold and no more.
 *
 * <p>Found by least squares repeated with weights min(1, threshold / |error|), errors in units of their median absolute
 * deviation [1]. It guards against wild targets, not against wild rows: one far outlying row of columns can still draw the
 * plane to itself.
 *
 * <p>If more than half the errors are zero, their scale is zero: the search ends with the fit that it has then.
 *
 * <p>Complexity: O(n p^2) an iteration, some twenty of them.
 *
 * <ol>
 *   <li>Huber and Ronchetti 2009, Robust Statistics, 2nd ed., section 7.8.
 * </ol>
 *
 * @param threshold in deviations; 1.345 keeps 95 % of the efficiency of least squares on clean normal errors
 * @param iterations the most repetitions
 * @param tolerance the largest move of a coefficient at the end, in deviations of the targets and columns
 */
public record HuberRegression(double threshold, int iterations, double tolerance) implements RegressorTrainer {
    /** @throws IllegalArgumentException if a setting is not positive */
    public HuberRegression {
        if (!(threshold > 0) || iterations < 1 || !(tolerance > 0)) {
            throw new IllegalArgumentException("Huber regression with threshold " + threshold + ", " + iterations
                    + " iterations and tolerance " + tolerance + ": expected all above 0");
        }
    }

    public static HuberRegression defaults() {
        return new HuberRegression(1.345, 500, 1e-10);
    }

    /** {@inheritDoc} The seed plays no part. */
    @Override
    public HuberModel fit(TargetRows rows, long seed) {
        rows.requireComplete();
        double[] weights = rows.weights();
        ScaledColumns x = ScaledColumns.of(rows.rows(), weights);
        double[] point = new double[x.columns + 1];
        double[] effective = weights.clone();
        double spread = spread(rows.targets());
        double scale = 0;
        for (int i = 0; i < iterations; i++) {
            double[] next = leastSquares(x, rows.targets(), effective);
            double moved = 0;
            for (int j = 0; j < next.length; j++) {
                moved = Math.max(moved, Math.abs(next[j] - point[j]));
            }
            point = next;
            double[] sizes = sizes(x, rows, point);
            scale = Quantiles.MAD_TO_SIGMA * median(sizes, weights);
            if (scale <= 1e-12 * spread || i > 0 && moved <= tolerance * spread) {
                break;
            }
            for (int r = 0; r < sizes.length; r++) {
                effective[r] = weights[r] * Math.min(1, threshold * scale / sizes[r]);
            }
        }
        double[] coefficients = x.unscaled(point);
        LinearModel model = new LinearModel(x.interceptAtOrigin(point[x.columns], coefficients), coefficients);
        return new HuberModel(model, scale);
    }

    private static double spread(double[] targets) {
        double largest = 0;
        for (double target : targets) {
            largest = Math.max(largest, Math.abs(target - targets[0]));
        }
        return largest;
    }

    private static double[] sizes(ScaledColumns x, TargetRows rows, double[] point) {
        double[] sizes = new double[x.rows];
        for (int r = 0; r < sizes.length; r++) {
            double error = rows.target(r) - point[x.columns];
            for (int c = 0; c < x.columns; c++) {
                error -= point[c] * x.values[r * x.columns + c];
            }
            sizes[r] = Math.abs(error);
        }
        return sizes;
    }

    /** Returns coefficients and then the intercept, on scaled columns. */
    private static double[] leastSquares(ScaledColumns x, double[] targets, double[] weights) {
        int d = x.columns + 1;
        double[] a = new double[x.rows * d];
        double[] y = new double[x.rows];
        for (int r = 0; r < x.rows; r++) {
            double root = Math.sqrt(weights[r]);
            a[r * d] = root; // first, so that a constant column yields to it
            for (int c = 0; c < x.columns; c++) {
                a[r * d + 1 + c] = root * x.values[r * x.columns + c];
            }
            y[r] = root * targets[r];
        }
        LeastSquaresFactor factor = LeastSquaresFactor.of(a, x.rows, d, y);
        double[] solution = factor.solution();
        double[] point = new double[d];
        for (int j = 0; j < solution.length; j++) {
            point[factor.kept[j] == 0 ? x.columns : factor.kept[j] - 1] = solution[j];
        }
        return point;
    }

    /** The value with half the weight on either side; between two where they part it exactly. */
    private static double median(double[] values, double[] weights) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(r -> values[r]))
                .mapToInt(Integer::intValue)
                .filter(r -> weights[r] > 0)
                .toArray();
        double half = Arrays.stream(weights).sum() / 2;
        double below = 0;
        for (int i = 0; i < order.length; i++) {
            below += weights[order[i]];
            if (below == half && i + 1 < order.length) {
                return (values[order[i]] + values[order[i + 1]]) / 2;
            }
            if (below >= half) {
                return values[order[i]];
            }
        }
        return values[order[order.length - 1]];
    }
}
