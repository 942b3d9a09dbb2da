package org.industrialmind.recipes.regression;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.optimize.CurvedObjective;

/**
 * Logistic regression as what it is: one convex function of the intercept and the slopes, {@code mean log(1 + exp(-s z))}
 * with {@code z} the sum and {@code s} = 1 or -1 the class, to be given to any minimiser.
 */
final class MeanLogLoss implements CurvedObjective {
    private final Matrix rows;
    private final boolean[] positive;

    MeanLogLoss(Matrix rows, boolean[] positive) {
        this.rows = rows;
        this.positive = positive.clone();
    }

    /** Returns how many numbers are sought: the intercept, then a slope for each column. */
    int dimensions() {
        return rows.columns() + 1;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (int r = 0; r < positive.length; r++) {
            double z = sum(point, r);
            double margin = positive[r] ? z : -z;
            loss += (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)))) / positive.length;
            double error = (sigmoid(z) - (positive[r] ? 1 : 0)) / positive.length;
            gradient[0] += error;
            for (int c = 0; c < rows.columns(); c++) {
                gradient[c + 1] += error * rows.get(r, c);
            }
        }
        return loss;
    }

    @Override
    public void curvature(double[] point, double[] hessian) {
        Arrays.fill(hessian, 0);
        int n = dimensions();
        for (int r = 0; r < positive.length; r++) {
            double p = sigmoid(sum(point, r));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    hessian[i * n + j] += p * (1 - p) * value(r, i) * value(r, j) / positive.length;
                }
            }
        }
    }

    private double value(int row, int term) {
        return term == 0 ? 1 : rows.get(row, term - 1);
    }

    private double sum(double[] point, int row) {
        double z = point[0];
        for (int c = 0; c < rows.columns(); c++) {
            z += point[c + 1] * rows.get(row, c);
        }
        return z;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
