package org.industrialmind.foundations.clustering;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;

/** Bells with their weights: a density, and the responsibility of each bell for a row. */
public final class MixtureModel implements Clustering {
    private final GaussianMixture.CovarianceShape shape;
    private final double[] weights;
    private final Bell[] bells;
    private final int[] labels;
    private final double logLikelihood;
    private final int iterations;
    private final boolean settled;

    /** Takes the arrays as they are. */
    MixtureModel(
            GaussianMixture.CovarianceShape shape,
            double[] weights,
            Bell[] bells,
            int[] labels,
            double logLikelihood,
            int iterations,
            boolean settled) {
        this.shape = shape;
        this.weights = weights;
        this.bells = bells;
        this.labels = labels;
        this.logLikelihood = logLikelihood;
        this.iterations = iterations;
        this.settled = settled;
    }

    @Override
    public int clusters() {
        return weights.length;
    }

    /** Returns for each row the component most responsible for it; a copy. */
    @Override
    public int[] labels() {
        return labels.clone();
    }

    public int columns() {
        return bells[0].mean.length;
    }

    /** Returns the share of each component; they sum to 1. A copy. */
    public double[] weights() {
        return weights.clone();
    }

    /** Returns the means. Shape: [component, column]. */
    public Matrix means() {
        return Matrix.ofRows(Arrays.stream(bells).map(bell -> bell.mean).toArray(double[][]::new));
    }

    /** Returns the covariance of a component. Shape: [column, column]. */
    public Matrix covariance(int component) {
        return bells[component].covariance;
    }

    /** Returns the logarithm of the likelihood of the rows learned from. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** Returns how many numbers were free. */
    public int parameters() {
        int d = columns();
        int ofCovariance = switch (shape) {
            case FULL -> d * (d + 1) / 2;
            case DIAGONAL -> d;
            case SPHERICAL -> 1;
        };
        return weights.length * (d + ofCovariance) + weights.length - 1;
    }

    /** Returns Schwarz's criterion, the lower the better: parameters x log rows - 2 log likelihood. */
    public double bic() {
        return parameters() * Math.log(labels.length) - 2 * logLikelihood;
    }

    /** Returns how many steps were taken. */
    public int iterations() {
        return iterations;
    }

    /** Tells whether the likelihood had stopped growing, or the steps had run out. */
    public boolean settled() {
        return settled;
    }

    /** Returns the logarithm of the density at a row. */
    public double logDensity(double[] row) {
        return share(weights, densities(row), 0);
    }

    /** Returns the probability that each component made the row; they sum to 1. Shape: [column] -> [component]. */
    public double[] responsibilities(double[] row) {
        double[] shares = densities(row);
        share(weights, shares, 0);
        return shares;
    }

    private double[] densities(double[] row) {
        if (row.length != columns()) {
            throw new IllegalArgumentException("the row has " + row.length + " values: expected " + columns());
        }
        double[] densities = new double[weights.length];
        for (int c = 0; c < weights.length; c++) {
            bells[c].logDensities(row, 0, 1, densities, c, 1);
        }
        return densities;
    }

    /** Makes responsibilities of log densities in place; returns the logarithm of the weighted sum of densities. */
    static double share(double[] weights, double[] values, int at) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < weights.length; c++) {
            values[at + c] += Math.log(weights[c]);
            largest = Math.max(largest, values[at + c]);
        }
        double sum = 0;
        for (int c = 0; c < weights.length; c++) {
            values[at + c] = Math.exp(values[at + c] - largest);
            sum += values[at + c];
        }
        for (int c = 0; c < weights.length; c++) {
            values[at + c] /= sum;
        }
        return largest + Math.log(sum);
    }

    static int greatest(double[] values, int at, int count) {
        int best = 0;
        for (int c = 1; c < count; c++) {
            if (values[at + c] > values[at + best]) {
                best = c;
            }
        }
        return best;
    }
}
