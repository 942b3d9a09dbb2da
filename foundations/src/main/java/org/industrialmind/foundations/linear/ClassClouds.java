package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.SymmetricEigen;
import org.industrialmind.foundations.supervised.LabelledRows;

/** Mean and scatter of each class, in columns scaled by their deviation within classes; a constant column is zero. */
final class ClassClouds {
    /** Of a column's whole variance: what lies still less within classes tells them apart as surely as anything can. */
    private static final double STILL = 1e-8;

    private static final double FLAT = 1e-8; // of unit variance: the least spread along any direction

    final int classes;
    final int columns;
    final double[] counts; // weight of each class
    final double total;
    final double[] scales;
    final double[][] means; // [class, column], scaled and centred at the whole
    final double[] centre; // of all rows, in their units
    private final double[][] scatter; // [class][column * column]

    ClassClouds(LabelledRows rows) {
        rows.requireComplete();
        classes = rows.classes();
        columns = rows.columns();
        counts = rows.classWeights();
        double[] weights = rows.weights();
        total = ScaledColumns.sum(weights);
        ScaledColumns x = ScaledColumns.of(rows.rows(), weights);
        centre = x.means;
        means = new double[classes][columns];
        for (int r = 0; r < x.rows; r++) {
            int k = rows.label(r);
            for (int c = 0; c < columns && counts[k] > 0; c++) {
                means[k][c] += weights[r] / counts[k] * x.values[r * columns + c];
            }
        }
        scatter = new double[classes][columns * columns];
        double[] away = new double[columns];
        for (int r = 0; r < x.rows; r++) {
            int k = rows.label(r);
            for (int c = 0; c < columns; c++) {
                away[c] = x.values[r * columns + c] - means[k][c];
                for (int j = 0; j <= c; j++) {
                    scatter[k][c * columns + j] += weights[r] * away[c] * away[j];
                }
            }
        }
        scales = x.scales.clone();
        double degrees = Math.max(1, total - present());
        for (int c = 0; c < columns; c++) {
            double within = 0;
            for (double[] own : scatter) {
                within += own[c * columns + c] / degrees;
            }
            double deviation = Math.sqrt(Math.max(within, STILL));
            scales[c] *= deviation;
            for (int k = 0; k < classes; k++) {
                means[k][c] /= deviation;
                for (int j = 0; j < columns; j++) {
                    scatter[k][c * columns + j] /= deviation;
                    scatter[k][j * columns + c] /= deviation;
                }
            }
        }
    }

    int present() {
        int present = 0;
        for (double count : counts) {
            present += count > 0 ? 1 : 0;
        }
        return present;
    }

    /** Returns the covariance that all classes share. Shape: [column, column]. */
    double[] pooled() {
        double[] pooled = new double[columns * columns];
        double degrees = Math.max(1, total - present());
        for (double[] own : scatter) {
            for (int i = 0; i < pooled.length; i++) {
                pooled[i] += own[i] / degrees;
            }
        }
        return mirrored(pooled);
    }

    /** Returns a class's own covariance; zero where its weight leaves no degree of freedom. */
    double[] own(int label) {
        double[] own = scatter[label].clone();
        double degrees = counts[label] - 1;
        for (int i = 0; i < own.length; i++) {
            own[i] = degrees > 0 ? own[i] / degrees : 0;
        }
        return mirrored(own);
    }

    private double[] mirrored(double[] lower) {
        for (int c = 0; c < columns; c++) {
            for (int j = 0; j < c; j++) {
                lower[j * columns + c] = lower[c * columns + j];
            }
        }
        return lower;
    }

    /** Returns directions of a covariance divided by the deviation along them, and the logarithm of its determinant. */
    Whitening whitening(double[] covariance) {
        SymmetricEigen eigen = SymmetricEigen.of(Matrix.of(columns, columns, covariance));
        double[] values = eigen.values();
        double[] directions = eigen.vectors().transposed().toArray();
        double logDeterminant = 0;
        for (int i = 0; i < columns; i++) {
            double variance = Math.max(values[i], FLAT);
            logDeterminant += Math.log(variance);
            for (int c = 0; c < columns; c++) {
                directions[i * columns + c] /= Math.sqrt(variance);
            }
        }
        return new Whitening(Matrix.of(columns, columns, directions), logDeterminant);
    }

    /**
     * What makes a covariance the identity.
     *
     * @param directions W with W C W' = I
     * @param logDeterminant of C
     */
    record Whitening(Matrix directions, double logDeterminant) {}
}
