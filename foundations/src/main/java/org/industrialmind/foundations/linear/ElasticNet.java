package org.industrialmind.foundations.linear;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Least squares that pays for the absolute values of its coefficients and for their squares,
 *
 * <pre>  min  1/(2W) sum_i w_i (y_i - a - x_i'b)^2 + penalty (share |b|_1 + (1 - share)/2 |b|^2),  W = sum_i w_i . </pre>
 *
 * <p>The absolute values put coefficients at exactly zero (the lasso, share 1 [1]); the squares let columns that say the
 * same share their coefficient instead of drawing lots [2]. Each coefficient has a closed-form optimum given the others, a
 * soft threshold, so one goes round the columns until nothing moves [3]. The search stops by the duality gap: a bound, and
 * not a guess, of how far the objective is from its minimum. Columns should be of like scale.
 *
 * <p>Complexity: O(n p) a round; between full rounds only the columns in use are visited.
 *
 * <ol>
 *   <li>Tibshirani 1996, Regression shrinkage and selection via the lasso, JRSS B 58(1).
 *   <li>Zou and Hastie 2005, Regularization and variable selection via the elastic net, JRSS B 67(2).
 *   <li>Friedman, Hastie and Tibshirani 2010, Regularization paths for generalized linear models via coordinate descent,
 *       Journal of Statistical Software 33(1).
 * </ol>
 *
 * @param penalty 0 or more
 * @param share how much of the penalty is on absolute values, from 0 to 1
 * @param rounds the most rounds over the columns
 * @param tolerance the duality gap allowed, as a share of the objective without columns
 */
public record ElasticNet(double penalty, double share, int rounds, double tolerance) implements RegressorTrainer {
    /** @throws IllegalArgumentException if a setting is outside its range */
    public ElasticNet {
        boolean valid = penalty >= 0
                && penalty < Double.POSITIVE_INFINITY
                && share >= 0
                && share <= 1
                && rounds > 0
                && tolerance > 0;
        if (!valid) {
            throw new IllegalArgumentException("an elastic net of penalty " + penalty + ", share " + share + ", "
                    + rounds + " rounds and tolerance " + tolerance
                    + ": expected a penalty of 0 or more, a share in [0, 1], rounds and tolerance above 0");
        }
    }

    public static ElasticNet defaults() {
        return new ElasticNet(0.1, 0.5, 10_000, 1e-9);
    }

    /** Returns the net that pays for absolute values alone. */
    public static ElasticNet lasso(double penalty) {
        return new ElasticNet(penalty, 1, 10_000, 1e-9);
    }

    /** {@inheritDoc} The seed plays no part. */
    @Override
    public SparseModel fit(TargetRows rows, long seed) {
        CoordinateDescent descent = new CoordinateDescent(rows, share);
        return descent.solve(penalty, rounds, tolerance);
    }

    /**
     * Returns the models from the least penalty that uses no column down to a thousandth of it, in equal ratios, each
     * search beginning where the one before ended; this net's own penalty plays no part. Where no column resembles the
     * targets all penalties are 0.
     *
     * @param count how many models, 2 or more
     * @throws IllegalArgumentException if the count is less, or the share is 0: then no penalty is large enough
     */
    public List<SparseModel> path(TargetRows rows, int count) {
        if (count < 2 || share == 0) {
            throw new IllegalArgumentException("a path of " + count + " models with share " + share
                    + ": expected at least 2, and a share above 0, so that some penalty uses no column");
        }
        CoordinateDescent descent = new CoordinateDescent(rows, share);
        double largest = descent.largestPenalty();
        List<SparseModel> path = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            path.add(descent.solve(largest * Math.pow(1e-3, (double) i / (count - 1)), rounds, tolerance));
        }
        return path;
    }
}
