package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.supervised.Classifier;

/**
 * Softmax of one weighted sum for each class. Of two classes the first has the sum 0, so that the other's is the logarithm
 * of the odds; a class that no row had is never probable.
 */
public final class LogisticModel implements Classifier {
    private final double[][] coefficients;
    private final double[] intercepts;
    private final int columns;
    private final boolean converged;

    LogisticModel(double[][] coefficients, double[] intercepts, boolean converged) {
        this.coefficients = coefficients;
        this.intercepts = intercepts;
        this.converged = converged;
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
        double[] p = scores(row);
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : p) {
            largest = Math.max(largest, score);
        }
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(p[k] - largest);
            sum += p[k];
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
        }
        return p;
    }
}
