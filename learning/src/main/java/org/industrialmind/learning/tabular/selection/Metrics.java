package org.industrialmind.learning.tabular.selection;

import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.metrics.ConfusionMatrix;
import org.industrialmind.foundations.metrics.PrecisionRecallCurve;
import org.industrialmind.foundations.metrics.ProbabilityMetrics;
import org.industrialmind.foundations.metrics.RegressionMetrics;
import org.industrialmind.foundations.metrics.RocCurve;

/** The metrics that are asked for most, by name. Shape: labels and targets are of the whole table, [row]. */
public final class Metrics {
    private Metrics() {}

    /** Returns the mean of minus the logarithm of the probability of what happened. */
    public static Metric logLoss(int[] labels) {
        return Metric.ofLabels("log loss", Goal.LOWEST, labels, ProbabilityMetrics::logLoss);
    }

    public static Metric brier(int[] labels) {
        return Metric.ofLabels("Brier", Goal.LOWEST, labels, ProbabilityMetrics::brier);
    }

    /** Returns the share of rows whose most probable class is right. */
    public static Metric accuracy(int[] labels) {
        return Metric.ofLabels(
                "accuracy",
                Goal.HIGHEST,
                labels,
                (truth, probabilities) -> confusion(truth, probabilities).accuracy());
    }

    /** Returns Matthews' correlation of the most probable class with the right one: fair to rare classes. */
    public static Metric matthews(int[] labels) {
        return Metric.ofLabels(
                "Matthews",
                Goal.HIGHEST,
                labels,
                (truth, probabilities) -> confusion(truth, probabilities).matthews());
    }

    /** Returns the area under the ROC curve of the last class against the others; for two classes, class 1. */
    public static Metric rocArea(int[] labels) {
        return Metric.ofLabels(
                "ROC area",
                Goal.HIGHEST,
                labels,
                (truth, probabilities) -> RocCurve.of(positive(truth, probabilities), last(probabilities))
                        .area());
    }

    /** Returns the average precision of the last class: what the ROC area does not say where positives are rare. */
    public static Metric averagePrecision(int[] labels) {
        return Metric.ofLabels(
                "average precision",
                Goal.HIGHEST,
                labels,
                (truth, probabilities) -> PrecisionRecallCurve.of(positive(truth, probabilities), last(probabilities))
                        .averagePrecision());
    }

    public static Metric rootMeanSquared(double[] targets) {
        return Metric.ofTargets("RMSE", Goal.LOWEST, targets, RegressionMetrics::rootMeanSquared);
    }

    public static Metric meanAbsolute(double[] targets) {
        return Metric.ofTargets("MAE", Goal.LOWEST, targets, RegressionMetrics::meanAbsolute);
    }

    private static ConfusionMatrix confusion(int[] truth, Matrix probabilities) {
        int[] predicted = new int[truth.length];
        for (int r = 0; r < truth.length; r++) {
            for (int k = 1; k < probabilities.columns(); k++) {
                predicted[r] = probabilities.get(r, k) > probabilities.get(r, predicted[r]) ? k : predicted[r];
            }
        }
        return ConfusionMatrix.of(truth, predicted, probabilities.columns());
    }

    private static boolean[] positive(int[] truth, Matrix probabilities) {
        boolean[] positive = new boolean[truth.length];
        IntStream.range(0, truth.length).forEach(r -> positive[r] = truth[r] == probabilities.columns() - 1);
        return positive;
    }

    private static double[] last(Matrix probabilities) {
        return probabilities.column(probabilities.columns() - 1);
    }
}
