package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * How far a row and those before it lie from the cloud of normal ones, by the cloud's own shape: the squared Mahalanobis
 * distance of the last rows laid side by side, each channel in its standard deviations.
 *
 * <p>Principal components with a limit on the squared residual give every residual direction the same weight. Here a
 * direction counts by how little it moves while all is well, so that a control loop's valve which drifts against the flow
 * that it sets is seen while both are within their usual ranges [1]. Directions that hardly move at all are known badly; a
 * ridge on the covariance keeps them from drowning the others.
 *
 * <p>Evidence against a channel is by how much the distance falls if the channel is put right at all lags at once [2].
 *
 * <ol>
 *   <li>Odiowei and Cao 2010, Nonlinear dynamic process monitoring using canonical variate analysis and kernel density
 *       estimations, IEEE Transactions on Industrial Informatics 6(1).
 *   <li>Alcala and Qin 2009, Reconstruction-based contribution for process monitoring, Automatica 45(7).
 * </ol>
 *
 * @param lags how many rows before the newest are laid beside it, from 0
 * @param ridge added to the variances, in squared standard deviations of a channel; above 0
 */
public record LaggedDistance(int lags, double ridge) implements LaggedMethod {
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

    /** Returns the house settings: two lags, which most controlled processes need. */
    public static LaggedDistance defaults() {
        return of(2);
    }

    @Override
    public String kind() {
        return "lagged-distance";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("lags", Integer.toString(lags), "ridge", Double.toString(ridge));
    }

    @Override
    public RowCloud cloud(Matrix rows) {
        double[] middle = rows.columnMeans();
        double[] centred = rows.toArray();
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= middle[i % middle.length];
        }
        Matrix away = Matrix.of(rows.rows(), middle.length, centred);
        double[] ridges = new double[middle.length];
        Arrays.fill(ridges, ridge);
        Matrix covariance = away.transposedTimes(away).scaled(1.0 / rows.rows()).plus(Matrix.diagonal(ridges));
        return new Ellipsoid(middle, covariance);
    }

    @Override
    public RowCloud restore(int size, NamedTensors tensors) {
        return new Ellipsoid(
                tensors.doubles("middle", size), Matrix.of(size, size, tensors.doubles("covariance", size, size)));
    }

    /** The middle and the shape of the cloud. */
    private static final class Ellipsoid implements RowCloud {
        private final double[] middle;
        private final Matrix covariance;
        private final CholeskyDecomposition shape;

        Ellipsoid(double[] middle, Matrix covariance) {
            this.middle = middle;
            this.covariance = covariance;
            this.shape = CholeskyDecomposition.of(covariance);
        }

        private double[] away(double[] row) {
            double[] away = new double[middle.length];
            for (int i = 0; i < away.length; i++) {
                away[i] = row[i] - middle[i];
            }
            return away;
        }

        @Override
        public double squared(double[] row) {
            return shape.squaredDistance(away(row));
        }

        /** The distance of x falls by (E' P x)' (E' P E)^-1 (E' P x), P the inverse covariance, E choosing the channel. */
        @Override
        public double[] blame(List<double[]> rows, int channels) {
            Matrix precision = shape.inverse();
            List<CholeskyDecomposition> own = new ArrayList<>(); // E' P E
            for (int c = 0; c < channels; c++) {
                own.add(CholeskyDecomposition.of(block(precision, c, channels)));
            }
            double[] blame = new double[channels];
            for (double[] row : rows) {
                double[] slope = shape.solve(away(row));
                for (int c = 0; c < channels; c++) {
                    double[] part = new double[slope.length / channels];
                    for (int lag = 0; lag < part.length; lag++) {
                        part[lag] = slope[lag * channels + c];
                    }
                    blame[c] += own.get(c).squaredDistance(part) / rows.size();
                }
            }
            return blame;
        }

        private static Matrix block(Matrix precision, int channel, int channels) {
            int lags = precision.rows() / channels;
            double[] block = new double[lags * lags];
            for (int i = 0; i < block.length; i++) {
                block[i] = precision.get(i / lags * channels + channel, i % lags * channels + channel);
            }
            return Matrix.of(lags, lags, block);
        }

        @Override
        public Map<String, Tensor> tensors() {
            return Map.of(
                    "middle", Tensor.of(middle, middle.length),
                    "covariance", Tensor.of(covariance.toArray(), middle.length, middle.length));
        }
    }
}
