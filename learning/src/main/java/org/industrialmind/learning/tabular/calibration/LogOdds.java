package org.industrialmind.learning.tabular.calibration;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.linear.SoftmaxModel;
import org.industrialmind.foundations.supervised.LabelledRows;

/** Fits log-odds that are linear in a few columns to Platt's targets, which no separation of the classes can push to infinity. */
final class LogOdds {
    private static final double SMALLEST = 1e-12; // a probability said to be 0 is taken as this: log-odds of -28

    private LogOdds() {}

    static double of(double probability) {
        double p = inside(probability);
        return Math.log(p) - Math.log1p(-p);
    }

    static double inside(double probability) {
        return Math.clamp(probability, SMALLEST, 1 - SMALLEST);
    }

    static double probability(double logOdds) {
        return logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
    }

    /**
     * Returns the coefficient of each column, then the intercept.
     *
     * <p>Each row is entered as both classes, in the shares of its target: the likelihood of a target between 0 and 1.
     */
    static double[] fit(double[][] columns, boolean[] positive, double[] weights) {
        double[] target = targets(positive, weights);
        int n = positive.length;
        double[][] rows = new double[2 * n][columns.length];
        int[] labels = new int[2 * n];
        double[] shares = new double[2 * n];
        for (int r = 0; r < n; r++) {
            double share = positive[r] ? target[1] : target[0];
            for (int c = 0; c < columns.length; c++) {
                rows[r][c] = columns[c][r];
                rows[n + r][c] = columns[c][r];
            }
            labels[r] = 1;
            shares[r] = weights[r] * share;
            shares[n + r] = weights[r] * (1 - share);
        }
        SoftmaxModel model =
                LogisticRegression.unpenalized().fit(LabelledRows.weighted(Matrix.ofRows(rows), labels, shares, 2), 0);
        double[] fitted = new double[columns.length + 1];
        for (int c = 0; c < columns.length; c++) {
            fitted[c] = model.coefficients(1)[c] - model.coefficients(0)[c];
        }
        fitted[columns.length] = model.intercept(1) - model.intercept(0);
        return fitted;
    }

    /** Returns the log-odds of the mean target: the best constant. */
    static double ofTargets(boolean[] positive, double[] weights) {
        double[] target = targets(positive, weights);
        double sum = 0;
        double mass = 0;
        for (int r = 0; r < positive.length; r++) {
            sum += weights[r] * (positive[r] ? target[1] : target[0]);
            mass += weights[r];
        }
        return of(sum / mass);
    }

    /** Returns what a negative and a positive row are fitted to: the mean under an even prior, not 0 and 1. */
    static double[] targets(boolean[] positive, double[] weights) {
        double[] counts = new double[2];
        for (int r = 0; r < positive.length; r++) {
            counts[positive[r] ? 1 : 0] += weights[r];
        }
        return new double[] {1 / (counts[0] + 2), (counts[1] + 1) / (counts[1] + 2)};
    }
}
