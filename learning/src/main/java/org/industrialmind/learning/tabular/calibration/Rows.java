package org.industrialmind.learning.tabular.calibration;

/** What every calibration asks of the rows it learns from. */
final class Rows {
    private Rows() {}

    static void require(double[] scores, boolean[] positive, double[] weights) {
        if (scores.length != positive.length || scores.length != weights.length) {
            throw new IllegalArgumentException("seen " + scores.length + " scores, " + positive.length + " labels and "
                    + weights.length + " weights: expected one of each for each row");
        }
        double sum = 0;
        for (int r = 0; r < scores.length; r++) {
            if (!Double.isFinite(scores[r]) || !(weights[r] >= 0) || Double.isInfinite(weights[r])) {
                throw new IllegalArgumentException("row " + r + " has score " + scores[r] + " and weight " + weights[r]
                        + ": expected finite numbers, no negative weight");
            }
            sum += weights[r];
        }
        if (sum == 0) {
            throw new IllegalArgumentException("no row of positive weight to calibrate on: expected at least one");
        }
    }
}
