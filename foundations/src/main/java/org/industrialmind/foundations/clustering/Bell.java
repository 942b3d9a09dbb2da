package org.industrialmind.foundations.clustering;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Gemm;
import org.industrialmind.foundations.algebra.Matrix;

/** One Gaussian, ready to be asked for densities. */
final class Bell {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    final double[] mean;
    final Matrix covariance;
    private final boolean diagonal;
    private final double[] whitener; // W of y = (x - mean) W, y white; only its diagonal where that is all
    private final double logScale; // log of the density at the mean

    private Bell(double[] mean, Matrix covariance, boolean diagonal, double[] whitener, double logDeterminant) {
        this.mean = mean;
        this.covariance = covariance;
        this.diagonal = diagonal;
        this.whitener = whitener;
        logScale = -0.5 * (mean.length * LOG_TWO_PI + logDeterminant);
    }

    static Bell ofVariances(double[] mean, double[] variances) {
        double logDeterminant = 0;
        double[] whitener = new double[mean.length];
        for (int c = 0; c < mean.length; c++) {
            if (!(variances[c] > 0)) {
                throw new IllegalArgumentException("the variance of column " + c + " in a component is " + variances[c]
                        + ": expected more than 0; allow fewer components or a larger ridge");
            }
            logDeterminant += Math.log(variances[c]);
            whitener[c] = 1 / Math.sqrt(variances[c]);
        }
        return new Bell(mean, Matrix.diagonal(variances), true, whitener, logDeterminant);
    }

    static Bell of(double[] mean, Matrix covariance) {
        CholeskyDecomposition factor;
        try {
            factor = CholeskyDecomposition.of(covariance);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the covariance of a component is not positive definite: allow fewer components or a larger ridge",
                    e);
        }
        int d = mean.length;
        double[] whitener = new double[d * d]; // the transpose of the inverse of L
        double[] unit = new double[d];
        for (int c = 0; c < d; c++) {
            Arrays.fill(unit, 0);
            unit[c] = 1;
            System.arraycopy(factor.whitened(unit), 0, whitener, c * d, d);
        }
        return new Bell(mean, covariance, false, whitener, factor.logDeterminant());
    }

    /** Writes the logarithm of the density of some rows, every so many places. */
    void logDensities(double[] x, int from, int rows, double[] into, int at, int step) {
        int d = mean.length;
        double[] moved = new double[rows * d];
        for (int i = 0; i < moved.length; i++) {
            double difference = x[from * d + i] - mean[i % d];
            moved[i] = diagonal ? difference * whitener[i % d] : difference;
        }
        double[] white = moved;
        if (!diagonal) {
            white = new double[rows * d];
            Gemm.add(rows, d, d, moved, whitener, white);
        }
        for (int r = 0; r < rows; r++) {
            double sum = 0;
            for (int c = 0; c < d; c++) {
                sum += white[r * d + c] * white[r * d + c];
            }
            into[at + r * step] = logScale - 0.5 * sum;
        }
    }
}
