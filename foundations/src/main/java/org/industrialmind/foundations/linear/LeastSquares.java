package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Ordinary least squares: the weighted sum of columns with the least sum of squared errors, and what can be inferred from
 * it.
 *
 * <p>By Householder's triangular factor of the centred columns, not by the normal equations: those square the condition
 * number, so that columns alike in seven digits would have no digit left. If the errors are independent, normal and of one
 * variance s^2, the coefficients are normal around the truth with covariance s^2 (X'X)^-1; dividing by the standard error
 * that s estimates gives Student's t [1].
 *
 * <p>A column that depends on those before it (a constant one depends on the intercept) gets coefficient 0 and no standard
 * error, and is named by {@link LeastSquaresModel#dependent()}; so do columns that are more than the rows can tell apart.
 * Weights count rows: a row of weight 2 is two rows, in the degrees of freedom too.
 *
 * <p>Complexity: 2 n p^2.
 *
 * <ol>
 *   <li>Seber and Lee 2003, Linear Regression Analysis, 2nd ed., chapters 3, 4 and 10.
 * </ol>
 */
public record LeastSquares() implements RegressorTrainer {
    public static LeastSquares defaults() {
        return new LeastSquares();
    }

    /** {@inheritDoc} The seed plays no part. */
    @Override
    public LeastSquaresModel fit(TargetRows rows, long seed) {
        rows.requireComplete();
        double[] weights = rows.weights();
        // the weights' total goes into the degrees of freedom, so the scale of the centring does not matter
        ScaledColumns x = ScaledColumns.of(rows.rows(), weights);
        return new LeastSquaresModel(rows, x);
    }
}
