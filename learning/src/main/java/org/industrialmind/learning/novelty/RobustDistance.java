package org.industrialmind.learning.novelty;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.outlier.MinimumCovarianceDeterminant;
import org.industrialmind.foundations.statistics.ChiSquared;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Judges windows by the Mahalanobis distance of their levels from the centre of the windows that cling together most
 * closely ({@link MinimumCovarianceDeterminant}), and each channel's restlessness on its own.
 *
 * <p>Up to a quarter of the training windows may be anything at all without moving centre, covariance or the units of
 * novelty: the method for a history that nobody has cleaned. The limits of a detector are still set on whatever was held
 * out. Unlike {@link Pca} it keeps no components and throws none away, so it needs more windows
 * than twice the channels, and cannot tell much-used directions from unused ones.
 *
 * <p>A tenth of a sigma of noise is added to the levels before fitting, so that constant or doubled channels leave no flat
 * direction. Evidence against a channel is by how much the squared distance falls if its level is put right,
 * (e' S^-1 x)^2 / (e' S^-1 e).
 *
 * @param support share of the windows that is trusted, from 0.5 to 1
 * @see "Hubert, Debruyne and Rousseeuw 2018, Minimum covariance determinant and extensions, WIREs Computational Statistics
 *     10(3)"
 */
public record RobustDistance(double support) implements NoveltyMethod {
    private static final int STARTS = 100; // a fifth of the usual: normal windows hold few outliers
    private static final double NOISE = 0.1;

    /** @throws IllegalArgumentException if the support is outside [0.5, 1] */
    public RobustDistance {
        if (!(support >= 0.5 && support <= 1)) {
            throw new IllegalArgumentException("support " + support + " is not valid: expected one in [0.5, 1]");
        }
    }

    /** Returns the house settings: three quarters trusted. */
    public static RobustDistance defaults() {
        return new RobustDistance(0.75);
    }

    @Override
    public String kind() {
        return "robust-distance";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("support", Double.toString(support));
    }

    @Override
    public KnownNormal learn(NormalWindows windows, long seed) {
        return FeatureNormal.learnDoubting(windows, seed, this::fit);
    }

    private FeatureModel fit(FeatureRows rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> noisy = rows.levels();
        for (double[] row : noisy) {
            for (int c = 0; c < row.length; c++) {
                row[c] += NOISE * random.nextGaussian();
            }
        }
        MinimumCovarianceDeterminant.Model fitted = new MinimumCovarianceDeterminant(support, STARTS)
                .fit(Matrix.ofRows(noisy.toArray(double[][]::new)), seed);
        Matrix precision = CholeskyDecomposition.of(fitted.covariance()).inverse();
        Ellipsoid unit = new Ellipsoid(fitted.centre(), precision, 1, 1);
        FeatureRows usual = rows.only(Arrays.stream(fitted.usual()).boxed().toList());
        double most = Math.sqrt(new ChiSquared(rows.channels()).quantile(Usual.TOLERATED));
        return new Ellipsoid(
                fitted.centre(),
                precision,
                Math.max(most, usual.most(row -> Math.sqrt(unit.squared(row)))),
                usual.mostSingle(rows.channels()));
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        return FeatureNormal.restore(layout, tensors, Ellipsoid::restore);
    }

    /** The centre and the inverse of the covariance of levels, and the units of distance and of restlessness. */
    private static final class Ellipsoid implements FeatureModel {
        private final double[] centre;
        private final Matrix precision;
        private final double together;
        private final double restlessness;

        Ellipsoid(double[] centre, Matrix precision, double together, double restlessness) {
            this.centre = centre;
            this.precision = precision;
            this.together = together;
            this.restlessness = restlessness;
            for (int c = 0; c < centre.length; c++) {
                if (!(precision.get(c, c) > 0)) {
                    throw new IllegalArgumentException("the precision of channel " + c + " is " + precision.get(c, c)
                            + ": expected a positive number");
                }
            }
        }

        private double[] away(double[] features) {
            double[] away = new double[centre.length];
            for (int c = 0; c < away.length; c++) {
                away[c] = features[c] - centre[c];
            }
            return away;
        }

        double squared(double[] features) {
            double[] away = away(features);
            double[] slope = precision.times(away);
            double sum = 0;
            for (int c = 0; c < away.length; c++) {
                sum += away[c] * slope[c];
            }
            return Math.max(0, sum);
        }

        @Override
        public double novelty(double[] features) {
            int channels = centre.length;
            double single = Usual.largest(features, channels, 2 * channels) / restlessness;
            return Math.max(single, Math.sqrt(squared(features)) / together);
        }

        @Override
        public double[] weights(double[] features) {
            double[] slope = precision.times(away(features));
            double[] weights = new double[centre.length];
            for (int c = 0; c < weights.length; c++) {
                double single = features[centre.length + c] / restlessness;
                double level = slope[c] * slope[c] / precision.get(c, c) / (together * together);
                weights[c] = Math.max(single * single, level);
            }
            return weights;
        }

        @Override
        public Map<String, Tensor> tensors() {
            Map<String, Tensor> tensors = new HashMap<>();
            tensors.put("centre", Tensor.of(centre, centre.length));
            tensors.put("precision", Tensor.of(precision.toArray(), centre.length, centre.length));
            tensors.put("distance_unit", Tensor.of(new double[] {together}, 1));
            tensors.put("restlessness_unit", Tensor.of(new double[] {restlessness}, 1));
            return tensors;
        }

        static Ellipsoid restore(int channels, NamedTensors tensors) {
            return new Ellipsoid(
                    tensors.doubles("centre", channels),
                    Matrix.of(channels, channels, tensors.doubles("precision", channels, channels)),
                    tensors.positive("distance_unit"),
                    tensors.positive("restlessness_unit"));
        }
    }
}
