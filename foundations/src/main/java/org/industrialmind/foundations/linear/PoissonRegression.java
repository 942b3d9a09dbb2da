package org.industrialmind.foundations.linear;

import java.util.Arrays;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Poisson regression: the logarithm of an expected count is a weighted sum of the columns, so columns multiply.
 *
 * <p>Minimises {@code sum_i w_i (mu_i - y_i log mu_i) + l2 / 2 |b|^2} with {@code log mu = a + x'b} by Newton's method. The
 * variance is taken to equal the mean; where counts vary more, the coefficients still hold but their standard errors are
 * too small [1]. Where all counts are 0 the prediction is 0; where a column tells zeros apart without error and there is
 * no penalty, there is no optimum and {@code fit} refuses.
 *
 * <p>Complexity: n p^2 an iteration, some six of them.
 *
 * <ol>
 *   <li>McCullagh and Nelder 1989, Generalized Linear Models, 2nd ed., chapter 6.
 * </ol>
 *
 * @param l2 weight of half the squared coefficients, 0 or more
 * @param iterations the most steps
 * @param tolerance how steep the mean loss may still be at the end
 */
public record PoissonRegression(double l2, int iterations, double tolerance) implements RegressorTrainer {
    private static final double STILL_MOVING = 0.1; // in log counts

    /** @throws IllegalArgumentException if a setting is outside its range */
    public PoissonRegression {
        if (!(l2 >= 0) || Double.isInfinite(l2) || iterations < 1 || !(tolerance > 0)) {
            throw new IllegalArgumentException("Poisson regression with l2 " + l2 + ", " + iterations
                    + " iterations and tolerance " + tolerance
                    + ": expected a finite penalty of 0 or more, iterations and tolerance above 0");
        }
    }

    /** Maximum likelihood. */
    public static PoissonRegression defaults() {
        return new PoissonRegression(0, 200, 1e-8);
    }

    public PoissonRegression withL2(double penalty) {
        return new PoissonRegression(penalty, iterations, tolerance);
    }

    /**
     * {@inheritDoc} The seed plays no part.
     *
     * @throws IllegalArgumentException also if a target is negative
     */
    @Override
    public PoissonModel fit(TargetRows rows, long seed) {
        rows.requireComplete();
        double[] weights = rows.weights();
        double total = ScaledColumns.sum(weights);
        double mean = 0;
        for (int r = 0; r < rows.size(); r++) {
            if (rows.target(r) < 0) {
                throw new IllegalArgumentException(
                        "the target of row " + r + " is " + rows.target(r) + ": expected a count, 0 or more");
            }
            mean += weights[r] / total * rows.target(r);
        }
        ScaledColumns x = ScaledColumns.of(rows.rows(), weights);
        if (mean == 0) {
            double[] unknown = new double[x.columns + 1];
            Arrays.fill(unknown, Double.NaN);
            return new PoissonModel(Double.NEGATIVE_INFINITY, new double[x.columns], unknown, 0, 0);
        }
        PoissonLoss loss = new PoissonLoss(x, rows.targets(), weights, l2);
        double[] point = new double[x.columns + 1];
        point[x.columns] = Math.log(mean);
        double nullDeviance = loss.deviance(point);
        NewtonSearch search = NewtonSearch.minimise(loss, point, iterations, 1e-4 * tolerance * total);
        if (l2 == 0 && loss.largestMove(search.lastStep()) > STILL_MOVING) {
            throw new IllegalArgumentException(
                    "the columns tell rows with count 0 apart without error, so the likelihood"
                            + " rises for ever: expected a count in every corner, or a penalty l2 above 0");
        }
        double[] coefficients = x.unscaled(point);
        return new PoissonModel(
                x.interceptAtOrigin(point[x.columns], coefficients),
                coefficients,
                NewtonSearch.standardErrors(loss.curvature(point), x),
                loss.deviance(point),
                nullDeviance);
    }
}
