package org.industrialmind.foundations.outlier;

import java.util.Optional;
import org.industrialmind.foundations.algebra.Matrix;

/** A centre and a covariance, with distances from it. Shape: centre [column], covariance [column, column]. */
final class Ellipse {
    private static final double FLAT = 1e-12; // of a column's variance: less is rounding

    final double[] centre;
    final double[] covariance;
    final double logDeterminant;
    private final double[] factor; // L of the covariance, lower triangle
    private final int p;

    private Ellipse(double[] centre, double[] covariance, double[] factor, double logDeterminant) {
        this.centre = centre;
        this.covariance = covariance;
        this.factor = factor;
        this.logDeterminant = logDeterminant;
        p = centre.length;
    }

    /**
     * Returns mean and covariance of some rows, or empty where they lie in a plane.
     *
     * @param values row after row
     * @param count how many of the positions, from the first, are used
     * @param divisor of the sum of squares
     */
    static Optional<Ellipse> of(double[] values, int p, int[] positions, int count, double divisor) {
        double[] centre = new double[p];
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < p; c++) {
                centre[c] += values[positions[i] * p + c];
            }
        }
        for (int c = 0; c < p; c++) {
            centre[c] /= count;
        }
        double[] covariance = new double[p * p];
        double[] away = new double[p];
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < p; c++) {
                away[c] = values[positions[i] * p + c] - centre[c];
                for (int j = 0; j <= c; j++) {
                    covariance[c * p + j] += away[c] * away[j];
                }
            }
        }
        for (int c = 0; c < p; c++) {
            for (int j = 0; j <= c; j++) {
                covariance[c * p + j] /= divisor;
                covariance[j * p + c] = covariance[c * p + j];
            }
        }
        return of(centre, covariance);
    }

    static Optional<Ellipse> of(double[] centre, double[] covariance) {
        int p = centre.length;
        double[] l = new double[p * p];
        double logDeterminant = 0;
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = covariance[j * p + k];
                for (int i = 0; i < k; i++) {
                    sum -= l[j * p + i] * l[k * p + i];
                }
                if (k < j) {
                    l[j * p + k] = sum / l[k * p + k];
                } else if (sum > FLAT * covariance[j * p + j] && sum > Double.MIN_NORMAL) {
                    l[j * p + j] = Math.sqrt(sum);
                    logDeterminant += Math.log(sum);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Ellipse(centre, covariance, l, logDeterminant));
    }

    /** Returns this with its covariance times a factor. */
    Ellipse times(double scale) {
        double[] scaled = covariance.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= scale;
        }
        return of(centre, scaled).orElse(this);
    }

    /** Returns the squared Mahalanobis distance of the row that begins at the position. */
    double squared(double[] values, int at) {
        double[] white = new double[p];
        double sum = 0;
        for (int j = 0; j < p; j++) {
            double value = values[at + j] - centre[j];
            for (int k = 0; k < j; k++) {
                value -= factor[j * p + k] * white[k];
            }
            white[j] = value / factor[j * p + j];
            sum += white[j] * white[j];
        }
        return sum;
    }

    Matrix covariance() {
        return Matrix.of(p, p, covariance);
    }
}
