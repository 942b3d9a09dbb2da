package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Ridge regression: least squares that pays for the squares of its coefficients,
 *
 * <pre>  min  sum_i w_i (y_i - a - x_i'b)^2  +  penalty |b|^2 . </pre>
 *
 * <p>A little bias bought for much variance where columns resemble each other [1]: along a direction in which the rows
 * spread by a singular value s, the least squares answer shrinks by s^2 / (s^2 + penalty). From one singular value
 * decomposition every penalty's answer follows, and every penalty's leave-one-out error too [2]; {@link RidgeSearch} uses
 * that. Columns should be of like scale.
 *
 * <p>Complexity: O(n p^2).
 *
 * <ol>
 *   <li>Hoerl and Kennard 1970, Ridge regression: biased estimation for nonorthogonal problems, Technometrics 12(1).
 *   <li>Golub, Heath and Wahba 1979, Generalized cross-validation as a method for choosing a good ridge parameter,
 *       Technometrics 21(2).
 * </ol>
 *
 * @param penalty weight of the squared coefficients, 0 or more; with 0, directions in which the rows do not spread get
 *     none of the coefficient (the shortest of the least squares answers)
 */
public record Ridge(double penalty) implements RegressorTrainer {
    /** @throws IllegalArgumentException if the penalty is negative or not finite */
    public Ridge {
        if (!(penalty >= 0) || Double.isInfinite(penalty)) {
            throw new IllegalArgumentException("a ridge of " + penalty + ": expected a finite penalty of 0 or more");
        }
    }

    public static Ridge defaults() {
        return new Ridge(1);
    }

    /** {@inheritDoc} The seed plays no part. */
    @Override
    public LinearModel fit(TargetRows rows, long seed) {
        return new RidgeSpectrum(rows).model(penalty);
    }
}
