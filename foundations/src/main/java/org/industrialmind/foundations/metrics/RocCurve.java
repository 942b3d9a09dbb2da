package org.industrialmind.foundations.metrics;

/**
 * The receiver operating characteristic: which share of the positive rows is caught at the price of which share of the
 * negative ones, as the threshold falls.
 *
 * <p>The area below it is the probability that a random positive row scores higher than a random negative one, ties
 * counting half: the statistic of Mann and Whitney [1]. It says nothing about precision where positives are rare; ask the
 * {@link PrecisionRecallCurve} then.
 *
 * <p>Shape: both rates [point], from (0, 0) at a threshold of infinity to (1, 1); one point for each distinct score.
 *
 * <ol>
 *   <li>Hanley and McNeil 1982, The meaning and use of the area under a ROC curve, Radiology 143(1).
 * </ol>
 */
public final class RocCurve {
    private final double[] thresholds;
    private final double[] recalls;
    private final double[] falseAlarmRates;

    private RocCurve(ScoreOrder order) {
        int points = order.size() + 1;
        thresholds = new double[points];
        recalls = new double[points];
        falseAlarmRates = new double[points];
        thresholds[0] = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points; i++) {
            thresholds[i] = order.thresholds()[i - 1];
            recalls[i] = order.hits()[i - 1] / order.positives();
            falseAlarmRates[i] = order.falseAlarms()[i - 1] / order.negatives();
        }
    }

    /**
     * Draws the curve of rows of equal weight.
     *
     * @param scores higher means more probably positive; infinite ones are in order
     * @throws IllegalArgumentException if the lengths differ, a score is NaN, or there is not one positive and one negative
     *     row
     */
    public static RocCurve of(boolean[] positive, double[] scores) {
        return of(positive, scores, MetricChecks.equalWeights(positive.length));
    }

    /** Draws the curve with each row counting by its weight. */
    public static RocCurve of(boolean[] positive, double[] scores, double[] weights) {
        return new RocCurve(
                ScoreOrder.of(positive, scores, weights).requirePositives().requireNegatives());
    }

    /** Returns the scores at which the points lie, descending from infinity; a copy. */
    public double[] thresholds() {
        return thresholds.clone();
    }

    /** Returns the share of positive rows that score at least the threshold; a copy. */
    public double[] recalls() {
        return recalls.clone();
    }

    /** Returns the share of negative rows that score at least the threshold; a copy. */
    public double[] falseAlarmRates() {
        return falseAlarmRates.clone();
    }

    /** Returns the area below the curve, 0.5 for scores that know nothing. */
    public double area() {
        double area = 0;
        for (int i = 1; i < recalls.length; i++) {
            area += (falseAlarmRates[i] - falseAlarmRates[i - 1]) * (recalls[i] + recalls[i - 1]) / 2;
        }
        return area;
    }

    /** Returns the statistic of Kolmogorov and Smirnov: how far apart the two shares get at the best threshold. */
    public double kolmogorovSmirnov() {
        int best = best();
        return recalls[best] - falseAlarmRates[best];
    }

    /** Returns the highest threshold at which recall exceeds the false alarm rate by most (Youden's). */
    public double bestThreshold() {
        return thresholds[best()];
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < recalls.length; i++) {
            if (recalls[i] - falseAlarmRates[i] > recalls[best] - falseAlarmRates[best]) {
                best = i;
            }
        }
        return best;
    }
}
