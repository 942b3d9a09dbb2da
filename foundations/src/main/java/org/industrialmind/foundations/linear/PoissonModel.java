package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.supervised.Regressor;

/** An expected count that columns multiply: exp(intercept + coefficients . row). */
public final class PoissonModel implements Regressor {
    private final double intercept;
    private final double[] coefficients;
    private final double[] errors;
    private final double deviance;
    private final double nullDeviance;

    PoissonModel(double intercept, double[] coefficients, double[] errors, double deviance, double nullDeviance) {
        this.intercept = intercept;
        this.coefficients = coefficients;
        this.errors = errors;
        this.deviance = deviance;
        this.nullDeviance = nullDeviance;
    }

    @Override
    public int columns() {
        return coefficients.length;
    }

    @Override
    public double predict(double[] row) {
        RowShape.require(row, coefficients.length);
        return Math.exp(intercept + RowShape.dot(coefficients, row));
    }

    /** Returns the logarithm of the count where all columns are zero. */
    public double intercept() {
        return intercept;
    }

    /** Returns what one more of each column adds to the logarithm of the count; a copy. Shape: [column]. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** Returns the standard errors of intercept and coefficients if the variance equals the mean. Shape: [1 + column]. */
    public double[] standardErrors() {
        return errors.clone();
    }

    /** Returns twice what the likelihood falls short of the best that any model could reach. */
    public double deviance() {
        return deviance;
    }

    /** Returns the deviance of a model that knows only the mean. */
    public double nullDeviance() {
        return nullDeviance;
    }
}
