package org.industrialmind.foundations.metrics;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * How good probabilities of classes were.
 *
 * <p>Logarithmic loss and the score of Brier are proper: an honest forecaster minimises them by saying what she believes
 * [2]. The logarithm punishes certainty that turns out wrong without bound, so probabilities are held away from 0 by the
 * spacing of doubles at 1 (2.2e-16, a loss of at most 36); the square never costs more than 2.
 *
 * <ol>
 *   <li>Brier 1950, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78(1).
 *   <li>Gneiting and Raftery 2007, Strictly proper scoring rules, prediction, and estimation, JASA 102(477).
 * </ol>
 */
public final class ProbabilityMetrics {
    private static final double SMALLEST = Math.ulp(1.0);

    private ProbabilityMetrics() {}

    /**
     * Returns the mean negative logarithm of the probability that was given to the true class, in nats.
     *
     * @param probabilities shape [row, class]
     * @throws IllegalArgumentException if the shapes do not fit or a probability is outside [0, 1]
     */
    public static double logLoss(int[] labels, Matrix probabilities) {
        return logLoss(labels, probabilities, MetricChecks.equalWeights(labels.length));
    }

    public static double logLoss(int[] labels, Matrix probabilities, double[] weights) {
        MetricChecks.requireProbabilities(labels, probabilities);
        double total = MetricChecks.requireWeights(weights, labels.length);
        double sum = 0;
        for (int r = 0; r < labels.length; r++) {
            sum -= weights[r] * logarithm(probabilities.get(r, labels[r]));
        }
        return sum / total;
    }

    /**
     * Returns the logarithmic loss of two classes.
     *
     * @param probabilities of being positive
     */
    public static double logLoss(boolean[] positive, double[] probabilities) {
        requireBinary(positive, probabilities);
        double sum = 0;
        for (int r = 0; r < positive.length; r++) {
            sum -= logarithm(positive[r] ? probabilities[r] : 1 - probabilities[r]);
        }
        return sum / positive.length;
    }

    /**
     * Returns the score of Brier as he wrote it: the mean squared distance between the probabilities of all classes and the
     * truth, in [0, 2].
     *
     * @param probabilities shape [row, class]
     */
    public static double brier(int[] labels, Matrix probabilities) {
        return brier(labels, probabilities, MetricChecks.equalWeights(labels.length));
    }

    public static double brier(int[] labels, Matrix probabilities, double[] weights) {
        MetricChecks.requireProbabilities(labels, probabilities);
        double total = MetricChecks.requireWeights(weights, labels.length);
        double sum = 0;
        for (int r = 0; r < labels.length; r++) {
            for (int k = 0; k < probabilities.columns(); k++) {
                double away = probabilities.get(r, k) - (labels[r] == k ? 1 : 0);
                sum += weights[r] * away * away;
            }
        }
        return sum / total;
    }

    /** Returns the score of Brier of two classes as it is mostly used: (p - y)^2, half the original, in [0, 1]. */
    public static double brier(boolean[] positive, double[] probabilities) {
        requireBinary(positive, probabilities);
        double sum = 0;
        for (int r = 0; r < positive.length; r++) {
            double away = probabilities[r] - (positive[r] ? 1 : 0);
            sum += away * away;
        }
        return sum / positive.length;
    }

    /**
     * Returns the share of rows whose true class is among the k most probable.
     *
     * <p>Where classes are equally probable across the border, a row counts by the share of them that fits: saying the same
     * of all classes is worth k / classes, not 1.
     *
     * @param k at least 1
     */
    public static double topAccuracy(int[] labels, Matrix probabilities, int k) {
        MetricChecks.requireProbabilities(labels, probabilities);
        if (k < 1) {
            throw new IllegalArgumentException("accuracy among the " + k + " most probable: expected at least 1");
        }
        double sum = 0;
        for (int r = 0; r < labels.length; r++) {
            int above = 0;
            int equal = 0;
            double own = probabilities.get(r, labels[r]);
            for (int c = 0; c < probabilities.columns(); c++) {
                double other = probabilities.get(r, c);
                above += other > own ? 1 : 0;
                equal += other == own ? 1 : 0;
            }
            sum += Math.clamp((double) (k - above) / equal, 0.0, 1.0);
        }
        return sum / labels.length;
    }

    private static double logarithm(double probability) {
        return Math.log(Math.max(probability, SMALLEST));
    }

    private static void requireBinary(boolean[] positive, double[] probabilities) {
        MetricChecks.requireSameLength("probabilities", probabilities.length, "labels", positive.length);
        for (int r = 0; r < positive.length; r++) {
            MetricChecks.requireProbability(probabilities[r], r);
        }
    }
}
