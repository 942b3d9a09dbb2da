package org.industrialmind.foundations.metrics;

import java.util.function.IntToDoubleFunction;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * How often each class was taken for each: all that is needed to judge decided classes.
 *
 * <p>Accuracy flatters whoever ignores rare classes; balanced accuracy, the F score, Matthews' correlation and Cohen's
 * kappa do not. Matthews' correlation is the only one of them that needs all four corners of a two-class table to be good
 * [1]; precision and recall belong together, each alone is maximised by nonsense.
 *
 * <p>Outcomes where a ratio has nothing to divide by: precision of a class that was never predicted and recall of a class
 * that never occurred are 0, and so is their F score; averages leave out a class that neither occurred nor was predicted.
 * {@link #balancedAccuracy} averages over the classes that occurred. Matthews' correlation and kappa are 0 where truth or
 * prediction is one class only, even if they agree: such a table has shown nothing.
 *
 * <p>Shape: weights [true class, predicted class].
 *
 * <ol>
 *   <li>Chicco and Jurman 2020, The advantages of the Matthews correlation coefficient over F1 score and accuracy, BMC
 *       Genomics 21.
 *   <li>Gorodkin 2004, Comparing two K-category assignments by a K-category correlation coefficient, Computational Biology
 *       and Chemistry 28 (Matthews' correlation for several classes).
 *   <li>Cohen 1960, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1).
 * </ol>
 */
public final class ConfusionMatrix {
    private final int classes;
    private final double[][] counts;
    private final double[] occurred;
    private final double[] predicted;
    private final double total;

    private ConfusionMatrix(double[][] counts, double total) {
        this.classes = counts.length;
        this.counts = counts;
        this.total = total;
        this.occurred = new double[classes];
        this.predicted = new double[classes];
        for (int t = 0; t < classes; t++) {
            for (int p = 0; p < classes; p++) {
                occurred[t] += counts[t][p];
                predicted[p] += counts[t][p];
            }
        }
    }

    /**
     * Counts rows of equal weight.
     *
     * @param classes how many classes there are; labels and predictions lie in [0, classes)
     * @throws IllegalArgumentException if the lengths differ, there is no row, or a label is outside
     */
    public static ConfusionMatrix of(int[] labels, int[] predictions, int classes) {
        return of(labels, predictions, MetricChecks.equalWeights(labels.length), classes);
    }

    /**
     * Counts each row by its weight.
     *
     * @throws IllegalArgumentException as above, or if a weight is negative or no number, or all are 0
     */
    public static ConfusionMatrix of(int[] labels, int[] predictions, double[] weights, int classes) {
        MetricChecks.requireSameLength("predictions", predictions.length, "labels", labels.length);
        MetricChecks.requireLabels(labels, classes);
        MetricChecks.requireLabels(predictions, classes);
        double total = MetricChecks.requireWeights(weights, labels.length);
        double[][] counts = new double[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][predictions[i]] += weights[i];
        }
        return new ConfusionMatrix(counts, total);
    }

    public int classes() {
        return classes;
    }

    /** Returns the weight of the rows of one class that were taken for another (or the same). */
    public double weight(int label, int prediction) {
        return counts[label][prediction];
    }

    /** Returns the weight of all rows. */
    public double total() {
        return total;
    }

    /** Returns the table. Shape: [true class, predicted class]. */
    public Matrix toMatrix() {
        return Matrix.ofRows(counts);
    }

    /** Returns the share of rows that were right. */
    public double accuracy() {
        return sum(k -> counts[k][k]) / total;
    }

    /** Returns the mean recall of the classes that occurred. */
    public double balancedAccuracy() {
        double recalls = 0;
        int present = 0;
        for (int k = 0; k < classes; k++) {
            if (occurred[k] > 0) {
                recalls += recall(k);
                present++;
            }
        }
        return recalls / present;
    }

    /** Returns the share of rows called this class that were it; 0 if none was. */
    public double precision(int label) {
        return MetricChecks.ratio(counts[label][label], predicted[label]);
    }

    /** Returns the share of rows of this class that were called so; 0 if there was none. */
    public double recall(int label) {
        return MetricChecks.ratio(counts[label][label], occurred[label]);
    }

    /**
     * Returns the weighted harmonic mean of precision and recall of a class; 0 where both are 0.
     *
     * @param beta how many times as important recall is as precision; positive
     */
    public double fScore(int label, double beta) {
        return fScore(counts[label][label], predicted[label], occurred[label], beta);
    }

    public double precision(Averaging averaging) {
        return averaging == Averaging.MICRO ? accuracy() : average(averaging, this::precision);
    }

    public double recall(Averaging averaging) {
        return averaging == Averaging.MICRO ? accuracy() : average(averaging, this::recall);
    }

    /** Returns the F score over all classes; the micro average is the accuracy, since every row has one class. */
    public double fScore(Averaging averaging, double beta) {
        requireBeta(beta);
        return averaging == Averaging.MICRO ? accuracy() : average(averaging, k -> fScore(k, beta));
    }

    /** Returns Matthews' correlation between truth and prediction, in [-1, 1]; 0 where either is one class only. */
    public double matthews() {
        double right = sum(k -> counts[k][k]);
        double joint = right * total - sum(k -> occurred[k] * predicted[k]);
        double truth = total * total - sum(k -> occurred[k] * occurred[k]);
        double answer = total * total - sum(k -> predicted[k] * predicted[k]);
        return MetricChecks.ratio(joint, Math.sqrt(truth) * Math.sqrt(answer));
    }

    /** Returns Cohen's kappa: the agreement beyond chance as a share of what is possible; 0 where chance agrees fully. */
    public double kappa() {
        double chance = sum(k -> occurred[k] * predicted[k]) / (total * total);
        return MetricChecks.ratio(accuracy() - chance, 1 - chance);
    }

    /**
     * Returns the mean cost of a row.
     *
     * @param costs what it costs to take one class for another. Shape: [true class, predicted class]
     * @throws IllegalArgumentException if the costs have another shape
     */
    public double meanCost(Matrix costs) {
        if (costs.rows() != classes || costs.columns() != classes) {
            throw new IllegalArgumentException(
                    "costs " + costs + " for " + classes + " classes: expected one cost for each pair of classes");
        }
        double sum = 0;
        for (int t = 0; t < classes; t++) {
            for (int p = 0; p < classes; p++) {
                sum += counts[t][p] * costs.get(t, p);
            }
        }
        return sum / total;
    }

    private static double fScore(double hits, double predicted, double occurred, double beta) {
        requireBeta(beta);
        double square = beta * beta;
        return MetricChecks.ratio((1 + square) * hits, square * occurred + predicted);
    }

    private static void requireBeta(double beta) {
        if (!(beta > 0) || Double.isInfinite(beta)) {
            throw new IllegalArgumentException("F score with beta " + beta + ": expected a positive, finite number");
        }
    }

    private double average(Averaging averaging, IntToDoubleFunction ofClass) {
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < classes; k++) {
            boolean seen = occurred[k] > 0 || predicted[k] > 0;
            double weight = averaging == Averaging.WEIGHTED ? occurred[k] : seen ? 1 : 0;
            if (weight > 0) {
                sum += weight * ofClass.applyAsDouble(k);
                weights += weight;
            }
        }
        return sum / weights;
    }

    private double sum(IntToDoubleFunction ofClass) {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += ofClass.applyAsDouble(k);
        }
        return sum;
    }
}
