package org.industrialmind.foundations.metrics;

import java.util.function.DoubleBinaryOperator;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * How far predicted numbers lie from the actual ones.
 *
 * <p>Each error is minimised by another summary of what is uncertain: the squared one by the mean, the absolute one by the
 * median, the pinball loss by a quantile [1]; who is judged by one should be trained for that one. The absolute percentage
 * error is minimised by forecasts that are too low.
 *
 * <p>All take actual values first, predictions second, [row] each, and refuse empty, unequal or non-finite input.
 *
 * <ol>
 *   <li>Gneiting 2011, Making and evaluating point forecasts, JASA 106(494).
 *   <li>Huber 1964, Robust estimation of a location parameter, Annals of Mathematical Statistics 35(1).
 *   <li>Makridakis 1993, Accuracy measures: theoretical and practical concerns, International Journal of Forecasting 9(4).
 * </ol>
 */
public final class RegressionMetrics {
    private RegressionMetrics() {}

    /** Returns the mean absolute error (MAE). */
    public static double meanAbsolute(double[] actual, double[] predicted) {
        return mean(actual, predicted, (a, p) -> Math.abs(a - p));
    }

    public static double meanAbsolute(double[] actual, double[] predicted, double[] weights) {
        return mean(actual, predicted, weights, (a, p) -> Math.abs(a - p));
    }

    /** Returns the mean squared error (MSE). */
    public static double meanSquared(double[] actual, double[] predicted) {
        return mean(actual, predicted, (a, p) -> (a - p) * (a - p));
    }

    public static double meanSquared(double[] actual, double[] predicted, double[] weights) {
        return mean(actual, predicted, weights, (a, p) -> (a - p) * (a - p));
    }

    /** Returns the root of the mean squared error (RMSE). */
    public static double rootMeanSquared(double[] actual, double[] predicted) {
        return Math.sqrt(meanSquared(actual, predicted));
    }

    public static double rootMeanSquared(double[] actual, double[] predicted, double[] weights) {
        return Math.sqrt(meanSquared(actual, predicted, weights));
    }

    /** Returns the median absolute error, which half the rows cannot spoil. */
    public static double medianAbsolute(double[] actual, double[] predicted) {
        MetricChecks.requirePairs(actual, predicted);
        double[] errors = new double[actual.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.abs(actual[i] - predicted[i]);
        }
        return Quantiles.median(errors);
    }

    /**
     * Returns the mean absolute error as a share of the actual value (MAPE); 1 is 100 %.
     *
     * @throws IllegalArgumentException if an actual value is 0, where no share is defined
     */
    public static double meanAbsolutePercentage(double[] actual, double[] predicted) {
        MetricChecks.requirePairs(actual, predicted);
        for (int i = 0; i < actual.length; i++) {
            if (actual[i] == 0) {
                throw new IllegalArgumentException("the actual value of row " + i
                        + " is 0, of which no percentage can be taken: use the symmetric or the scaled error");
            }
        }
        return mean(actual, predicted, (a, p) -> Math.abs(a - p) / Math.abs(a));
    }

    /** Returns the mean of 2 |a - p| / (|a| + |p|), in [0, 2] (sMAPE [3]); a pair of zeros counts as 0. */
    public static double symmetricPercentage(double[] actual, double[] predicted) {
        return mean(actual, predicted, (a, p) -> MetricChecks.ratio(2 * Math.abs(a - p), Math.abs(a) + Math.abs(p)));
    }

    /**
     * Returns the share of the variance that the predictions explain (R2): 1 is perfect, 0 as good as the mean, below it
     * worse. Where all actual values are equal: 1 if every prediction is right, else 0.
     */
    public static double explained(double[] actual, double[] predicted) {
        return explained(actual, predicted, MetricChecks.equalWeights(actual.length));
    }

    public static double explained(double[] actual, double[] predicted, double[] weights) {
        double error = meanSquared(actual, predicted, weights);
        double total = MetricChecks.requireWeights(weights, actual.length);
        double mean = 0;
        for (int i = 0; i < actual.length; i++) {
            mean += weights[i] / total * actual[i];
        }
        double centre = mean;
        double variance = mean(actual, actual, weights, (a, same) -> (a - centre) * (a - centre));
        if (variance == 0 || constant(actual)) {
            return error == 0 ? 1 : 0;
        }
        return 1 - error / variance;
    }

    /**
     * Returns the mean pinball loss: what a forecast of the quantile p should minimise.
     *
     * @param p in (0, 1); 0.5 gives half the mean absolute error
     */
    public static double pinball(double[] actual, double[] predicted, double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("pinball loss of the quantile " + p + ": expected a number in (0, 1)");
        }
        return mean(actual, predicted, (a, q) -> a >= q ? p * (a - q) : (1 - p) * (q - a));
    }

    /**
     * Returns the mean loss of Huber [2]: half the square of errors up to delta, straight beyond.
     *
     * @param delta in the unit of the values; positive
     */
    public static double huber(double[] actual, double[] predicted, double delta) {
        if (!(delta > 0)) {
            throw new IllegalArgumentException("Huber's loss with delta " + delta + ": expected a positive number");
        }
        return mean(actual, predicted, (a, p) -> {
            double away = Math.abs(a - p);
            return away <= delta ? away * away / 2 : delta * (away - delta / 2);
        });
    }

    private static boolean constant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private static double mean(double[] actual, double[] predicted, DoubleBinaryOperator error) {
        MetricChecks.requirePairs(actual, predicted);
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += error.applyAsDouble(actual[i], predicted[i]);
        }
        return sum / actual.length;
    }

    private static double mean(double[] actual, double[] predicted, double[] weights, DoubleBinaryOperator error) {
        MetricChecks.requirePairs(actual, predicted);
        double total = MetricChecks.requireWeights(weights, actual.length);
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += weights[i] * error.applyAsDouble(actual[i], predicted[i]);
        }
        return sum / total;
    }
}
