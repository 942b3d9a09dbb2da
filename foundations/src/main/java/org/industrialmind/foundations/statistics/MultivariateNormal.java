package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * Numbers that are normal together.
 *
 * <p>The covariance is split as L L' with L lower triangular (Cholesky): L turns independent numbers into these, and solving
 * with it back makes the squared distance of Mahalanobis a sum of squares.
 *
 * <p>Shape: mean [n], covariance [n, n]. Complexity: O(n^3) once, O(n^2) for each density or draw.
 */
public final class MultivariateNormal {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final double[] mean;
    private final double[][] lower;
    private final double logRoot; // half the logarithm of the determinant

    private MultivariateNormal(double[] mean, double[][] lower) {
        this.mean = mean;
        this.lower = lower;
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += Math.log(lower[i][i]);
        }
        this.logRoot = sum;
    }

    /**
     * Takes a mean and a covariance, of which the lower triangle is read.
     *
     * @throws IllegalArgumentException if the shapes do not fit, a value is not finite, or the covariance is not positive
     *     definite
     */
    public static MultivariateNormal of(double[] mean, Matrix covariance) {
        int n = mean.length;
        Samples.requireSize("a mean", mean, 1);
        covariance.requireFinite();
        if (covariance.rows() != n || covariance.columns() != n) {
            throw new IllegalArgumentException(covariance + " is no covariance of " + n + " numbers");
        }
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = covariance.get(i, j);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(sum > 0)) {
                    throw new IllegalArgumentException("the covariance is not positive definite: number " + i
                            + " has no variance of its own left");
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        return new MultivariateNormal(mean.clone(), lower);
    }

    public int dimensions() {
        return mean.length;
    }

    /** Returns the squared distance of Mahalanobis, which is chi-squared with n degrees for numbers drawn from here. */
    public double squaredDistance(double[] x) {
        if (x.length != mean.length) {
            throw new IllegalArgumentException(x.length + " numbers for a distribution of " + mean.length);
        }
        double[] z = new double[x.length];
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            double sum = x[i] - mean[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * z[k];
            }
            z[i] = sum / lower[i][i];
            square += z[i] * z[i];
        }
        return square;
    }

    public double logDensity(double[] x) {
        return -0.5 * (squaredDistance(x) + mean.length * LOG_TWO_PI) - logRoot;
    }

    public double density(double[] x) {
        return Math.exp(logDensity(x));
    }

    /** Draws n numbers. */
    public double[] sample(RandomGenerator random) {
        double[] x = mean.clone();
        for (int k = 0; k < x.length; k++) {
            double z = random.nextGaussian();
            for (int i = k; i < x.length; i++) {
                x[i] += lower[i][k] * z;
            }
        }
        return x;
    }
}
