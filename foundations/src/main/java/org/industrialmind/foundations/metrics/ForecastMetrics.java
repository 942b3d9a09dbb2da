package org.industrialmind.foundations.metrics;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * How good forecasts were, against what the simplest forecast would have achieved, and whether their intervals keep what
 * they promise.
 *
 * <p>The scaled error compares with repeating the value of one season ago, within the training series: it is free of units,
 * defined for zeros, and below 1 where the forecast beats the naive one [1]. Coverage without width is worthless, an
 * infinite interval always covers; the interval score joins both properly [2]. The continuous ranked probability score
 * judges a whole distribution in the unit of the values; of a single number it is the absolute error.
 *
 * <ol>
 *   <li>Hyndman and Koehler 2006, Another look at measures of forecast accuracy, International Journal of Forecasting 22.
 *   <li>Gneiting and Raftery 2007, Strictly proper scoring rules, prediction, and estimation, JASA 102(477).
 *   <li>Makridakis, Spiliotis and Assimakopoulos 2020, The M4 competition, International Journal of Forecasting 36.
 * </ol>
 */
public final class ForecastMetrics {
    private ForecastMetrics() {}

    /**
     * Returns the mean absolute scaled error (MASE).
     *
     * @param training what was known when the forecast was made, in order of time
     * @param season rows of one season, 1 where there is none
     * @throws IllegalArgumentException if the training series is not longer than a season, or repeats itself exactly, so
     *     that there is nothing to scale by
     */
    public static double scaledError(double[] training, int season, double[] actual, double[] forecast) {
        if (season < 1 || training.length <= season) {
            throw new IllegalArgumentException("a training series of " + training.length + " rows and a season of "
                    + season + ": expected a season of at least 1 and a longer series");
        }
        MetricChecks.requireFinite("training value", training);
        double naive = 0;
        for (int i = season; i < training.length; i++) {
            naive += Math.abs(training[i] - training[i - season]);
        }
        if (naive == 0) {
            throw new IllegalArgumentException("the training series repeats itself exactly after " + season
                    + " rows: there is no naive error to scale by, use the absolute error");
        }
        return RegressionMetrics.meanAbsolute(actual, forecast) / (naive / (training.length - season));
    }

    /**
     * Returns the overall weighted average of the M4 competition [3]: the mean of two errors relative to those of a naive
     * forecast; below 1 is better than naive.
     *
     * @throws IllegalArgumentException if an error is negative or no number, or a naive one is 0
     */
    public static double relativeToNaive(
            double symmetricPercentage, double naiveSymmetricPercentage, double scaledError, double naiveScaledError) {
        boolean valid =
                symmetricPercentage >= 0 && scaledError >= 0 && naiveSymmetricPercentage > 0 && naiveScaledError > 0;
        if (!valid) {
            throw new IllegalArgumentException("errors " + symmetricPercentage + " of " + naiveSymmetricPercentage
                    + " and " + scaledError + " of " + naiveScaledError + ": expected naive errors above 0");
        }
        return (symmetricPercentage / naiveSymmetricPercentage + scaledError / naiveScaledError) / 2;
    }

    /** Returns the share of actual values within their intervals, ends included. */
    public static double coverage(double[] actual, double[] lower, double[] upper) {
        requireIntervals(actual, lower, upper);
        int inside = 0;
        for (int i = 0; i < actual.length; i++) {
            inside += lower[i] <= actual[i] && actual[i] <= upper[i] ? 1 : 0;
        }
        return (double) inside / actual.length;
    }

    /** Returns the mean width of the intervals. */
    public static double width(double[] lower, double[] upper) {
        requireIntervals(lower, lower, upper);
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += upper[i] - lower[i];
        }
        return sum / lower.length;
    }

    /**
     * Returns the mean interval score [2]: the width, and 2 / (1 - level) times the distance of what lies outside.
     *
     * @param level what share the intervals should cover, in (0, 1)
     */
    public static double intervalScore(double[] actual, double[] lower, double[] upper, double level) {
        requireIntervals(actual, lower, upper);
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("intervals of level " + level + ": expected a share in (0, 1)");
        }
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            double outside = Math.max(0, lower[i] - actual[i]) + Math.max(0, actual[i] - upper[i]);
            sum += upper[i] - lower[i] + 2 / (1 - level) * outside;
        }
        return sum / actual.length;
    }

    /**
     * Returns the continuous ranked probability score of forecasts given by quantiles: twice the mean pinball loss.
     *
     * <p>It is the integral over all levels as a mean over the given ones, so these should lie evenly. At levels (k - 1/2) /
     * K it is exactly the score of the distribution that gives each of the K quantiles the same weight.
     *
     * @param levels ascending, in (0, 1). Shape: [level]
     * @param quantiles shape [row, level]
     */
    public static double rankedProbability(double[] actual, double[] levels, Matrix quantiles) {
        MetricChecks.requireSameLength("rows of quantiles", quantiles.rows(), "actual values", actual.length);
        MetricChecks.requireSameLength("columns of quantiles", quantiles.columns(), "levels", levels.length);
        double sum = 0;
        for (int k = 0; k < levels.length; k++) {
            if (k > 0 && !(levels[k] > levels[k - 1])) {
                throw new IllegalArgumentException("level " + k + " is " + levels[k] + " after " + levels[k - 1]
                        + ": expected levels in ascending order");
            }
            sum += RegressionMetrics.pinball(actual, quantiles.column(k), levels[k]);
        }
        return 2 * sum / levels.length;
    }

    private static void requireIntervals(double[] actual, double[] lower, double[] upper) {
        MetricChecks.requireSameLength("lower ends", lower.length, "actual values", actual.length);
        MetricChecks.requireSameLength("upper ends", upper.length, "lower ends", lower.length);
        MetricChecks.requireFinite("actual value", actual);
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] <= upper[i])) {
                throw new IllegalArgumentException("the interval of row " + i + " goes from " + lower[i] + " to "
                        + upper[i] + ": expected a lower end that is not above the upper one");
            }
        }
    }
}
