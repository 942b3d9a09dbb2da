package org.industrialmind.foundations.bayes;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * How improbable targets are under a Gaussian process, with the function integrated out, and the slope of it:
 *
 * <pre>  L = y'K^-1 y / 2 + log det K / 2 + n/2 log 2 pi,   dL = tr((K^-1 - a a') dK) / 2,   a = K^-1 y . </pre>
 */
final class MarginalLikelihood {
    private static final double JITTER = 1e-10; // of the signal, so that rows that are the same can be solved with

    private final double[][] rows;
    private final double[] targets;
    private final double[] weights;
    private final Smoothness smoothness;

    MarginalLikelihood(double[][] rows, double[] targets, double[] weights, Smoothness smoothness) {
        this.rows = rows;
        this.targets = targets;
        this.weights = weights;
        this.smoothness = smoothness;
    }

    CholeskyDecomposition covariance(Reach reach) {
        int n = rows.length;
        double[] square = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                square[i * n + j] = reach.signal * smoothness.likeness(reach.squared(rows[i], rows[j]));
                square[j * n + i] = square[i * n + j];
            }
            square[i * n + i] = reach.signal * (1 + JITTER) + reach.noise / weights[i];
        }
        return CholeskyDecomposition.of(Matrix.of(n, n, square));
    }

    double value(CholeskyDecomposition covariance, double[] solved) {
        double sum = rows.length * Math.log(2 * Math.PI) + covariance.logDeterminant();
        for (int i = 0; i < solved.length; i++) {
            sum += targets[i] * solved[i];
        }
        return sum / 2;
    }

    /** Returns the value and overwrites the slopes over the logarithms of signal, noise and lengths. */
    double at(double[] logarithms, double[] slopes) {
        if (!Reach.plausible(logarithms)) {
            return Double.POSITIVE_INFINITY;
        }
        Reach reach = new Reach(logarithms);
        CholeskyDecomposition covariance = covariance(reach);
        double[] solved = covariance.solve(targets);
        double[] inverse = covariance.inverse().toArray();
        int n = rows.length;
        Arrays.fill(slopes, 0);
        for (int i = 0; i < n; i++) {
            double own = (inverse[i * n + i] - solved[i] * solved[i]) / 2;
            slopes[0] += own * reach.signal * (1 + JITTER);
            slopes[1] += own * reach.noise / weights[i];
            for (int j = 0; j < i; j++) {
                double both = inverse[i * n + j] - solved[i] * solved[j]; // each pair comes twice, the half once
                double squared = reach.squared(rows[i], rows[j]);
                slopes[0] += both * reach.signal * smoothness.likeness(squared);
                double steep = both * reach.signal * smoothness.steepness(squared);
                if (reach.lengths() == 1) {
                    slopes[2] += steep * squared;
                } else {
                    for (int c = 0; c < reach.lengths(); c++) {
                        double difference = (rows[i][c] - rows[j][c]) / reach.length(c);
                        slopes[2 + c] += steep * difference * difference;
                    }
                }
            }
        }
        return value(covariance, solved);
    }
}
