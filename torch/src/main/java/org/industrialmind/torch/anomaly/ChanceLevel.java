package org.industrialmind.torch.anomaly;

/**
 * The score that chance alone reaches in one normal window of a million, as a floor under limits that were calibrated on a
 * few hours.
 *
 * <p>A score is the root of a mean of squares. If these were independent normal numbers the square of the score would be
 * chi-squared; they are neither, so it is taken as g chi-squared(h) with g and h such that mean and variance agree [1], and
 * the quantile comes from the cube root of a chi-squared number, which is nearly normal [2].
 *
 * <ol>
 *   <li>Box 1954, Some theorems on quadratic forms applied in the study of analysis of variance problems, Annals of
 *       Mathematical Statistics 25(2).
 *   <li>Wilson and Hilferty 1931, The distribution of chi-square, PNAS 17(12).
 * </ol>
 */
final class ChanceLevel {
    private static final double ONE_IN_A_MILLION = 4.753424; // quantile of the standard normal distribution
    private static final double WINSOR = 6; // a training window that is not normal must not lift the floor

    private ChanceLevel() {}

    /** @param scores of normal windows, at least one */
    static double of(double[] scores) {
        double mean = 0;
        double meanSquare = 0;
        for (double score : scores) {
            double square = Math.min(score, WINSOR) * Math.min(score, WINSOR);
            mean += square / scores.length;
            meanSquare += square * square / scores.length;
        }
        double variance = meanSquare - mean * mean;
        if (!(mean > 0 && variance > 0)) {
            return Math.sqrt(mean) + Double.MIN_NORMAL; // all alike: nothing is left to chance
        }
        double freedom = 2 * mean * mean / variance;
        double step = 2 / (9 * freedom);
        double root = 1 - step + ONE_IN_A_MILLION * Math.sqrt(step);
        return Math.sqrt(mean * root * root * root); // g h = mean
    }
}
