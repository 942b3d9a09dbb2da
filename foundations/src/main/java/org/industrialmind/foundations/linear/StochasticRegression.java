package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * A linear regression by stochastic gradient descent: for more rows than one wishes to pass over often. Columns and targets
 * are scaled inside; see {@link StochasticDescent}.
 *
 * @param l2 weight of half the squared coefficients of scaled columns against the mean loss of scaled targets, 0 or more
 * @param rate the first step; 1 or less, and the less the more columns
 * @param epochs how often each row is visited
 */
public record StochasticRegression(Loss loss, double l2, double rate, int epochs) implements RegressorTrainer {
    /** What an error costs. */
    public enum Loss {
        /** Half its square. */
        SQUARE,
        /** Half its square up to a deviation of the targets, its size beyond. */
        HUBER,
        /** Its size. */
        ABSOLUTE
    }

    /** @throws IllegalArgumentException if a setting is outside its range */
    public StochasticRegression {
        StochasticClassification.require(l2, rate, epochs);
    }

    public static StochasticRegression defaults() {
        return new StochasticRegression(Loss.SQUARE, 1e-5, 0.02, 20);
    }

    /** {@inheritDoc} The seed draws the order of the rows. */
    @Override
    public LinearModel fit(TargetRows rows, long seed) {
        rows.requireComplete();
        double[] weights = rows.weights();
        double total = ScaledColumns.sum(weights);
        double mean = 0;
        for (int r = 0; r < weights.length; r++) {
            mean += weights[r] / total * rows.target(r);
        }
        double squares = 0;
        for (int r = 0; r < weights.length; r++) {
            squares += weights[r] / total * (rows.target(r) - mean) * (rows.target(r) - mean);
        }
        double deviation = Math.sqrt(squares);
        if (deviation <= 1e-13 * Math.abs(mean)) {
            return new LinearModel(mean, new double[rows.columns()]);
        }
        ScaledColumns x = ScaledColumns.of(rows.rows(), weights);
        double level = mean;
        double[] found = new StochasticDescent(x, weights, 1)
                .run(
                        (scores, r, slopes) -> slopes[0] = slope(scores[0] - (rows.target(r) - level) / deviation),
                        l2,
                        rate,
                        epochs,
                        seed)[0];
        double[] coefficients = x.unscaled(found);
        for (int c = 0; c < coefficients.length; c++) {
            coefficients[c] *= deviation;
        }
        return new LinearModel(x.interceptAtOrigin(mean + deviation * found[x.columns], coefficients), coefficients);
    }

    private double slope(double error) {
        return switch (loss) {
            case SQUARE -> error;
            case HUBER -> Math.max(-1, Math.min(1, error));
            case ABSOLUTE -> Math.signum(error);
        };
    }
}
