package org.industrialmind.foundations.metrics;

/**
 * Which share of what is called positive is so, and which share of the positive rows is found, as the threshold falls.
 *
 * <p>Average precision is the area as a sum of steps, AP = sum of (R_n - R_{n-1}) P_n. Straight lines between the points
 * would promise precision that no threshold delivers [1]. A score that knows nothing gives the share of positives.
 *
 * <p>Shape: both [point], in order of falling threshold; one point for each distinct score.
 *
 * <ol>
 *   <li>Davis and Goadrich 2006, The relationship between precision-recall and ROC curves, ICML.
 * </ol>
 */
public final class PrecisionRecallCurve {
    private final double[] thresholds;
    private final double[] precisions;
    private final double[] recalls;

    private PrecisionRecallCurve(ScoreOrder order) {
        thresholds = order.thresholds();
        precisions = new double[thresholds.length];
        recalls = new double[thresholds.length];
        for (int i = 0; i < thresholds.length; i++) {
            precisions[i] = MetricChecks.ratio(order.hits()[i], order.hits()[i] + order.falseAlarms()[i]);
            recalls[i] = order.hits()[i] / order.positives();
        }
    }

    /**
     * Draws the curve of rows of equal weight.
     *
     * @param scores higher means more probably positive
     * @throws IllegalArgumentException if the lengths differ, a score is NaN, or no row is positive
     */
    public static PrecisionRecallCurve of(boolean[] positive, double[] scores) {
        return of(positive, scores, MetricChecks.equalWeights(positive.length));
    }

    /** Draws the curve with each row counting by its weight. */
    public static PrecisionRecallCurve of(boolean[] positive, double[] scores, double[] weights) {
        return new PrecisionRecallCurve(ScoreOrder.of(positive, scores, weights).requirePositives());
    }

    /** Returns the distinct scores, descending; a copy. */
    public double[] thresholds() {
        return thresholds.clone();
    }

    public double[] precisions() {
        return precisions.clone();
    }

    public double[] recalls() {
        return recalls.clone();
    }

    /** Returns the area below the curve by steps. */
    public double averagePrecision() {
        double area = 0;
        double before = 0;
        for (int i = 0; i < recalls.length; i++) {
            area += (recalls[i] - before) * precisions[i];
            before = recalls[i];
        }
        return area;
    }

    /** Returns the largest F score that any threshold reaches. */
    public double bestFScore(double beta) {
        return fScore(best(beta), beta);
    }

    /** Returns the highest threshold at which the F score is largest. */
    public double bestThreshold(double beta) {
        return thresholds[best(beta)];
    }

    private int best(double beta) {
        int best = 0;
        for (int i = 1; i < recalls.length; i++) {
            if (fScore(i, beta) > fScore(best, beta)) {
                best = i;
            }
        }
        return best;
    }

    private double fScore(int i, double beta) {
        double square = beta * beta;
        return MetricChecks.ratio((1 + square) * precisions[i] * recalls[i], square * precisions[i] + recalls[i]);
    }
}
