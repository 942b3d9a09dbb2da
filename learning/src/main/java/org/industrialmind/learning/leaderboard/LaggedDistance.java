package org.industrialmind.learning.leaderboard;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * How far a row and those before it lie from the cloud of normal ones, by the cloud's own shape: the squared Mahalanobis
 * distance of the last rows laid side by side, each channel in its standard deviations.
 *
 * <p>Principal components with a limit on the squared residual give every residual direction the same weight. Here a
 * direction counts by how little it moves while all is well, so that a control loop's valve which drifts against the flow
 * that it sets is seen while both are within their usual ranges [1]. Directions that hardly move at all are known badly; a
 * ridge on the covariance keeps them from drowning the others.
 *
 * @param lags how many rows before the newest are laid beside it, from 0
 * @param ridge added to the variances, in squared standard deviations of a channel; above 0
 * @see "Odiowei and Cao 2010, Nonlinear dynamic process monitoring using canonical variate analysis and kernel density
 *     estimations, IEEE Transactions on Industrial Informatics 6(1)"
 */
public record LaggedDistance(int lags, double ridge) implements RowMethod {
    /** @throws IllegalArgumentException if the lags are negative or the ridge is not above 0 */
    public LaggedDistance {
        if (lags < 0 || !(ridge > 0)) {
            throw new IllegalArgumentException("distance over " + lags + " lags with ridge " + ridge
                    + ": expected lags from 0 and a ridge above 0");
        }
    }

    /** Returns the distance with the usual ridge: a twentieth of a channel's variance, about the noise of a transmitter. */
    public static LaggedDistance of(int lags) {
        return new LaggedDistance(lags, 0.05);
    }

    @Override
    public String name() {
        return "distance-" + (lags + 1);
    }

    @Override
    public int history() {
        return lags;
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public RowScorer fit(List<Matrix> normal, long seed) {
        ChannelScale scale = ChannelScale.of(normal);
        Matrix patches = Patches.of(normal.stream().map(scale::apply).toList(), lags);
        double[] middle = patches.columnMeans();
        double[] centred = patches.toArray();
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= middle[i % middle.length];
        }
        Matrix rows = Matrix.of(patches.rows(), middle.length, centred);
        double[] ridges = new double[middle.length];
        Arrays.fill(ridges, ridge);
        Matrix covariance =
                rows.transposedTimes(rows).scaled(1.0 / patches.rows()).plus(Matrix.diagonal(ridges));
        CholeskyDecomposition shape = CholeskyDecomposition.of(covariance);
        return series -> distances(scale.apply(series), middle, shape);
    }

    private double[] distances(Matrix scaled, double[] middle, CholeskyDecomposition shape) {
        double[] distances = new double[scaled.rows()];
        double[] patch = new double[middle.length];
        for (int row = 0; row < distances.length; row++) {
            Patches.copy(scaled, row, lags, patch);
            for (int i = 0; i < patch.length; i++) {
                patch[i] -= middle[i];
            }
            double sum = 0;
            for (double value : shape.whitened(patch)) {
                sum += value * value;
            }
            distances[row] = sum;
        }
        return distances;
    }
}
