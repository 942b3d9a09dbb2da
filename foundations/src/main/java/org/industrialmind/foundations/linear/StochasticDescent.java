package org.industrialmind.foundations.linear;

import java.util.SplittableRandom;

/**
 * Averaged stochastic gradient descent over scaled columns: one row at a time, in an order drawn anew each epoch, with
 * steps that shrink as t^-3/4; the answer is the mean of the points passed in the second half of the way [1].
 *
 * <ol>
 *   <li>Polyak and Juditsky 1992, Acceleration of stochastic approximation by averaging, SIAM Journal on Control and
 *       Optimization 30(4).
 * </ol>
 */
final class StochasticDescent {
    /** Overwrites the slope of one row's loss by each score. */
    interface Slope {
        void at(double[] scores, int row, double[] slopes);
    }

    private final ScaledColumns x;
    private final double[] weights; // mean 1
    private final int scores;
    private final double[][] point; // [score][column + 1]
    private final double[][] average;

    StochasticDescent(ScaledColumns x, double[] weights, int scores) {
        this.x = x;
        this.scores = scores;
        this.weights = weights.clone();
        double mean = ScaledColumns.sum(weights) / weights.length;
        for (int r = 0; r < weights.length; r++) {
            this.weights[r] /= mean;
        }
        point = new double[scores][x.columns + 1];
        average = new double[scores][x.columns + 1];
    }

    double[][] run(Slope slope, double l2, double rate, int epochs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[x.rows];
        for (int r = 0; r < order.length; r++) {
            order[r] = r;
        }
        double[] predicted = new double[scores];
        double[] slopes = new double[scores];
        long steps = (long) epochs * order.length;
        long half = steps / 2;
        long t = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
            for (int r : order) {
                double length = rate * Math.pow(1 + (double) t / order.length, -0.75);
                step(slope, l2, length, r, predicted, slopes);
                t++;
                if (t > half) {
                    average(1.0 / (t - half));
                }
            }
        }
        return average;
    }

    private void step(Slope slope, double l2, double length, int r, double[] predicted, double[] slopes) {
        int at = r * x.columns;
        for (int s = 0; s < scores; s++) {
            double sum = point[s][x.columns];
            for (int c = 0; c < x.columns; c++) {
                sum += point[s][c] * x.values[at + c];
            }
            predicted[s] = sum;
        }
        slope.at(predicted, r, slopes);
        for (int s = 0; s < scores; s++) {
            double move = length * weights[r] * slopes[s];
            for (int c = 0; c < x.columns; c++) {
                point[s][c] -= move * x.values[at + c] + length * l2 * point[s][c];
            }
            point[s][x.columns] -= move;
        }
    }

    private void average(double share) {
        for (int s = 0; s < scores; s++) {
            for (int c = 0; c <= x.columns; c++) {
                average[s][c] += share * (point[s][c] - average[s][c]);
            }
        }
    }
}
