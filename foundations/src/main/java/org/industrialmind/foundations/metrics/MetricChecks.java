package org.industrialmind.foundations.metrics;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;

/** What every comparison of answers with the truth asks of its arguments. */
final class MetricChecks {
    private MetricChecks() {}

    static void requireSameLength(String what, int actual, String other, int expected) {
        if (actual != expected) {
            throw new IllegalArgumentException(
                    actual + " " + what + " and " + expected + " " + other + ": expected one of each per row");
        }
        if (actual == 0) {
            throw new IllegalArgumentException("no " + what + " to judge: expected at least one row");
        }
    }

    /** Checks pairs of finite numbers. */
    static void requirePairs(double[] actual, double[] predicted) {
        requireSameLength("predictions", predicted.length, "actual values", actual.length);
        requireFinite("actual value", actual);
        requireFinite("prediction", predicted);
    }

    static void requireFinite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "the " + what + " of row " + i + " is " + values[i] + ": expected a finite number");
            }
        }
    }

    /** Checks weights and returns their sum. */
    static double requireWeights(double[] weights, int rows) {
        requireSameLength("weights", weights.length, "rows", rows);
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException("the weight of row " + i + " is " + weights[i]
                        + ": expected a finite number that is not negative");
            }
            sum += weights[i];
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("all " + rows + " weights are 0: expected one above 0");
        }
        return sum;
    }

    static void requireLabels(int[] labels, int classes) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "the label of row " + i + " is " + labels[i] + ": expected a class from 0 to " + (classes - 1));
            }
        }
    }

    static void requireProbability(double p, int row) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "the probability of row " + row + " is " + p + ": expected a number in [0, 1]");
        }
    }

    static void requireProbabilities(int[] labels, Matrix probabilities) {
        requireSameLength("labels", labels.length, "rows of probabilities", probabilities.rows());
        requireLabels(labels, probabilities.columns());
        for (int r = 0; r < labels.length; r++) {
            for (int k = 0; k < probabilities.columns(); k++) {
                requireProbability(probabilities.get(r, k), r);
            }
        }
    }

    static double[] equalWeights(int rows) {
        double[] weights = new double[rows];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** Returns the ratio, 0 where there is nothing to divide by. */
    static double ratio(double numerator, double denominator) {
        return denominator == 0 ? 0 : numerator / denominator;
    }
}
