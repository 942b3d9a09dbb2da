package org.industrialmind.learning.tabular.calibration;

import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.optimize.Brent;

/**
 * Divides all log-probabilities by one number, the temperature, and lets them sum to 1 again.
 *
 * <p>One number to learn, for any number of classes: it turns confidence up or down and never changes the order, so accuracy
 * stays. Made for deep networks, which are too sure of themselves by about one factor [1]. The log loss is convex in the
 * reciprocal of the temperature; its minimum is looked for between a hundredth and a hundred.
 *
 * <ol>
 *   <li>Guo, Pleiss, Sun and Weinberger 2017, On calibration of modern neural networks, ICML.
 * </ol>
 */
public record TemperatureScaling() implements CalibrationMethod {
    private static final double WIDEST = Math.log(100);

    @Override
    public Temperature fit(Matrix probabilities, int[] labels, double[] weights) {
        double[] ones = IntStream.range(0, labels.length).mapToDouble(r -> 1).toArray();
        Rows.require(ones, new boolean[labels.length], weights);
        double[][] logs = new double[labels.length][];
        for (int r = 0; r < logs.length; r++) {
            logs[r] = Temperature.logs(probabilities.row(r));
        }
        double best = Brent.defaults()
                .minimize(log -> loss(logs, labels, weights, Math.exp(-log)), -WIDEST, WIDEST)
                .point()[0];
        return new Temperature(Math.exp(best));
    }

    private static double loss(double[][] logs, int[] labels, double[] weights, double inverse) {
        double loss = 0;
        for (int r = 0; r < logs.length; r++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (double log : logs[r]) {
                largest = Math.max(largest, inverse * log);
            }
            double sum = 0;
            for (double log : logs[r]) {
                sum += Math.exp(inverse * log - largest);
            }
            loss += weights[r] * (largest + Math.log(sum) - inverse * logs[r][labels[r]]);
        }
        return loss;
    }

    /** The map p_k -> p_k^(1/temperature), made to sum to 1; above 1 it makes less sure. */
    public record Temperature(double temperature) implements Calibration {
        @Override
        public double[] apply(double[] probabilities) {
            double[] cooled = logs(probabilities);
            double largest = Double.NEGATIVE_INFINITY;
            for (double log : cooled) {
                largest = Math.max(largest, log);
            }
            double sum = 0;
            for (int k = 0; k < cooled.length; k++) {
                cooled[k] = Math.exp((cooled[k] - largest) / temperature);
                sum += cooled[k];
            }
            for (int k = 0; k < cooled.length; k++) {
                cooled[k] /= sum;
            }
            return cooled;
        }

        private static double[] logs(double[] probabilities) {
            double[] logs = new double[probabilities.length];
            for (int k = 0; k < logs.length; k++) {
                logs[k] = Math.log(Math.max(Double.MIN_NORMAL, probabilities[k]));
            }
            return logs;
        }
    }
}
