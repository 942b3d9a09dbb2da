package org.industrialmind.foundations.kernel;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.linear.SoftmaxModel;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * A logistic curve from decision to probability, by Platt's rule: targets a little inside 0 and 1, as if a row of each side
 * had been seen besides, so that a side without error does not make the curve a step.
 *
 * @param slope of the log-odds over the decision
 * @param level of the log-odds where the decision is 0
 */
record Sigmoid(double slope, double level) {
    static final Sigmoid NONE = new Sigmoid(1, 0);

    /** Fits the curve to decisions on rows of either sign. */
    static Sigmoid of(double[] decisions, double[] signs, double[] weights) {
        int n = decisions.length;
        double above = 0;
        double below = 0;
        for (int k = 0; k < n; k++) {
            above += signs[k] > 0 ? weights[k] : 0;
            below += signs[k] > 0 ? 0 : weights[k];
        }
        double[] twice = new double[2 * n];
        double[] shares = new double[2 * n];
        int[] labels = new int[2 * n];
        Arrays.fill(labels, n, 2 * n, 1);
        for (int k = 0; k < n; k++) {
            double target = signs[k] > 0 ? (above + 1) / (above + 2) : 1 / (below + 2);
            twice[k] = decisions[k];
            twice[n + k] = decisions[k];
            shares[k] = weights[k] * (1 - target);
            shares[n + k] = weights[k] * target;
        }
        LabelledRows rows = LabelledRows.weighted(Matrix.of(2 * n, 1, twice), labels, shares, 2);
        SoftmaxModel curve = LogisticRegression.unpenalized().fit(rows, 0);
        return new Sigmoid(curve.coefficients(1)[0], curve.intercept(1));
    }

    double of(double decision) {
        return 1 / (1 + Math.exp(-(slope * decision + level)));
    }
}
