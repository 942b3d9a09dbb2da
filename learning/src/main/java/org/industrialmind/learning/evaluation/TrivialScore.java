package org.industrialmind.learning.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.industrialmind.foundations.statistics.Moments;

/**
 * A score that takes no learning to speak of, to be printed beside every detector: if one of these does nearly as well,
 * the test was too easy, and saying so is better than a table of decimals.
 *
 * @see "Wu and Keogh 2023, Current time series anomaly detection benchmarks are flawed, IEEE TKDE 35(3)"
 */
@FunctionalInterface
public interface TrivialScore {
    /**
     * Scores each row of a series; larger is more abnormal.
     *
     * @param rows [time, channel]; a missing value is NaN
     */
    double[] score(double[][] rows);

    /** Returns 1 for every row: the score of whoever always raises the alarm. */
    static TrivialScore always() {
        return rows -> {
            double[] scores = new double[rows.length];
            Arrays.fill(scores, 1);
            return scores;
        };
    }

    /** Returns uniform numbers in [0, 1), the same for the same seed. */
    static TrivialScore random(long seed) {
        return rows -> new SplittableRandom(seed).doubles(rows.length).toArray();
    }

    /** Returns the mean over the channels of the step from the row before, in standard deviations of normal rows. */
    static TrivialScore difference(double[][] normal) {
        double[] deviations = deviations(normal);
        return rows -> {
            double[] scores = new double[rows.length];
            for (int r = 1; r < rows.length; r++) {
                Moments steps = Moments.NONE;
                for (int c = 0; c < deviations.length; c++) {
                    double step = Math.abs(rows[r][c] - rows[r - 1][c]) / deviations[c];
                    steps = Double.isFinite(step) ? steps.with(step) : steps;
                }
                scores[r] = steps.mean();
            }
            return scores;
        };
    }

    /**
     * Returns the mean over the channels of the variance of the last rows, in variances of normal rows.
     *
     * @param length how many rows to look back, the row itself included; at least 2
     */
    static TrivialScore movingVariance(int length, double[][] normal) {
        if (length < 2) {
            throw new IllegalArgumentException("a variance of " + length + " rows: expected at least 2");
        }
        double[] deviations = deviations(normal);
        return rows -> {
            double[] scores = new double[rows.length];
            for (int r = 0; r < rows.length; r++) {
                Moments variances = Moments.NONE;
                for (int c = 0; c < deviations.length; c++) {
                    Moments last = Moments.NONE;
                    for (int back = Math.max(0, r + 1 - length); back <= r; back++) {
                        double value = rows[back][c] / deviations[c];
                        last = Double.isFinite(value) ? last.with(value) : last;
                    }
                    variances = last.count() < 2 ? variances : variances.with(last.variance());
                }
                scores[r] = variances.mean();
            }
            return scores;
        };
    }

    /** Returns the standard deviation of each channel; 1 where it does not vary or there is nothing to tell it from. */
    private static double[] deviations(double[][] normal) {
        if (normal.length == 0) {
            throw new IllegalArgumentException("no normal rows to take the scale from: expected at least one");
        }
        double[] deviations = new double[normal[0].length];
        for (int c = 0; c < deviations.length; c++) {
            Moments moments = Moments.NONE;
            for (double[] row : normal) {
                moments = Double.isFinite(row[c]) ? moments.with(row[c]) : moments;
            }
            double deviation = moments.count() < 2 ? 0 : moments.deviation();
            deviations[c] = deviation > 0 ? deviation : 1;
        }
        return deviations;
    }
}
