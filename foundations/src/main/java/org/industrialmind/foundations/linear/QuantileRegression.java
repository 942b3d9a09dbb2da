package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Quantile regression: the weighted sum below which a given share of the targets lies, given the columns.
 *
 * <p>Minimises the sum of w_i |error| times the quantile above and one less it below [1]. That is a linear program with as
 * many bounded unknowns as rows; it is solved by an interior point method with Mehrotra's second look [2], which needs some
 * twenty weighted least squares fits whatever the number of rows. The optimum need not be unique: where a range of sums is
 * equally good, some point of it is found. The median (0.5) is least absolute deviations.
 *
 * <p>Complexity: O(n p^2) an iteration.
 *
 * <ol>
 *   <li>Koenker and Bassett 1978, Regression quantiles, Econometrica 46(1).
 *   <li>Portnoy and Koenker 1997, The Gaussian hare and the Laplacian tortoise, Statistical Science 12(4).
 * </ol>
 *
 * @param quantile between 0 and 1, both excluded
 */
public record QuantileRegression(double quantile) implements RegressorTrainer {
    /** @throws IllegalArgumentException if the quantile is not inside (0, 1) */
    public QuantileRegression {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException(
                    "a regression for quantile " + quantile + ": expected a number between 0 and 1, both excluded");
        }
    }

    /** The median. */
    public static QuantileRegression defaults() {
        return new QuantileRegression(0.5);
    }

    /** {@inheritDoc} The seed plays no part. */
    @Override
    public LinearModel fit(TargetRows rows, long seed) {
        rows.requireComplete();
        double[] weights = rows.weights();
        double total = ScaledColumns.sum(weights);
        double mean = 0;
        for (int r = 0; r < weights.length; r++) {
            mean += weights[r] / total * rows.target(r);
        }
        double spread = 0;
        for (int r = 0; r < weights.length; r++) {
            spread += weights[r] / total * Math.abs(rows.target(r) - mean);
        }
        if (spread <= 1e-13 * Math.abs(mean)) {
            return new LinearModel(mean, new double[rows.columns()]);
        }
        ScaledColumns x = ScaledColumns.of(rows.rows(), weights);
        double[] y = new double[weights.length];
        for (int r = 0; r < y.length; r++) {
            y[r] = (rows.target(r) - mean) / spread;
        }
        double[] point = InteriorPoint.solve(x, y, weights, quantile);
        double[] coefficients = x.unscaled(point);
        for (int c = 0; c < coefficients.length; c++) {
            coefficients[c] *= spread;
        }
        return new LinearModel(x.interceptAtOrigin(mean + spread * point[x.columns], coefficients), coefficients);
    }
}
