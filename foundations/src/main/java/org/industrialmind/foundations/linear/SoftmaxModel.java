package org.industrialmind.foundations.linear;

import java.util.Optional;
import org.industrialmind.foundations.supervised.Classifier;

/**
 * Softmax of one weighted sum for each class. A class that no row had is never probable. What logistic regression learns of
 * two classes gives the first the sum 0, so that the other's is the logarithm of the odds.
 */
public final class SoftmaxModel implements Classifier {
    private final double[][] coefficients;
    private final double[] intercepts;
    private final int columns;
    private final boolean converged;
    private final Optional<double[]> errors;

    SoftmaxModel(double[][] coefficients, double[] intercepts, boolean converged) {
        this(coefficients, intercepts, converged, Optional.empty());
    }

    SoftmaxModel(double[][] coefficients, double[] intercepts, boolean converged, Optional<double[]> errors) {
        this.coefficients = coefficients;
        this.intercepts = intercepts;
        this.converged = converged;
        this.errors = errors;
        columns = coefficients[0].length;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int classes() {
        return coefficients.length;
    }

    /** Returns what each column adds to the class's sum, in the units of the rows; a copy. Shape: [column]. */
    public double[] coefficients(int label) {
        return coefficients[label].clone();
    }

    /** Returns the class's sum where all columns are zero; minus infinity for a class that no row had. */
    public double intercept(int label) {
        return intercepts[label];
    }

    /** Returns whether the search ended at the optimum rather than at its limit of iterations. */
    public boolean converged() {
        return converged;
    }

    /**
     * Returns the standard errors of the second class's intercept and coefficients, from the curvature of the likelihood;
     * present for two classes without penalty. Shape: [1 + column].
     */
    public Optional<double[]> standardErrors() {
        return errors.map(double[]::clone);
    }

    /** Returns the sum of each class, before the softmax. Shape: [column] -> [class]. */
    public double[] scores(double[] row) {
        RowShape.require(row, columns);
        double[] scores = new double[coefficients.length];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = intercepts[k] + RowShape.dot(coefficients[k], row);
        }
        return scores;
    }

    @Override
    public double[] probabilities(double[] row) {
        return RowShape.softmax(scores(row));
    }
}
