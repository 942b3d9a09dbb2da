package org.industrialmind.foundations.clustering;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Gemm;
import org.industrialmind.foundations.algebra.Matrix;

/** The two halves of expectation and maximisation over one table. */
final class MixtureFit {
    private static final int BLOCK = 256; // rows at a time

    private final GaussianMixture settings;
    private final int n;
    private final int d;
    private final int k;
    private final double[] x;
    private final double[] responsibilities; // [row, component]
    private final double[] weights;
    private final Bell[] bells;
    private double logLikelihood = Double.NEGATIVE_INFINITY;

    MixtureFit(Matrix rows, GaussianMixture settings, double[] responsibilities) {
        this.settings = settings;
        n = rows.rows();
        d = rows.columns();
        k = settings.components();
        x = rows.toArray();
        this.responsibilities = responsibilities;
        weights = new double[k];
        bells = new Bell[k];
    }

    /** Takes weights, means and covariances from the responsibilities. */
    void maximise() {
        double[] sums = new double[k * d];
        Gemm.addTransposedLeft(k, d, n, responsibilities, x, sums);
        double[] masses = new double[k];
        for (int i = 0; i < responsibilities.length; i++) {
            masses[i % k] += responsibilities[i];
        }
        IntStream.range(0, k).parallel().forEach(c -> {
            double mass = masses[c] + 10 * Math.ulp(1.0); // a component may have lost all its rows
            double[] mean = Arrays.copyOfRange(sums, c * d, (c + 1) * d);
            for (int j = 0; j < d; j++) {
                mean[j] /= mass;
            }
            weights[c] = mass / n;
            bells[c] = settings.shape() == GaussianMixture.CovarianceShape.FULL
                    ? Bell.of(mean, covariance(c, mean, mass))
                    : Bell.ofVariances(mean, variances(c, mean, mass));
        });
        double total = Arrays.stream(weights).sum();
        for (int c = 0; c < k; c++) {
            weights[c] /= total;
        }
    }

    private Matrix covariance(int component, double[] mean, double mass) {
        double[] covariance = new double[d * d];
        double[] weighted = new double[BLOCK * d];
        for (int from = 0; from < n; from += BLOCK) {
            int rows = Math.min(BLOCK, n - from);
            for (int i = 0; i < rows * d; i++) {
                double root = Math.sqrt(responsibilities[(from + i / d) * k + component]);
                weighted[i] = root * (x[from * d + i] - mean[i % d]);
            }
            Gemm.addTransposedLeft(d, d, rows, weighted, weighted, covariance);
        }
        for (int i = 0; i < d * d; i++) {
            covariance[i] = covariance[i] / mass + (i % (d + 1) == 0 ? settings.ridge() : 0);
        }
        return Matrix.of(d, d, covariance);
    }

    private double[] variances(int component, double[] mean, double mass) {
        double[] variances = new double[d];
        for (int r = 0; r < n; r++) {
            double responsibility = responsibilities[r * k + component];
            for (int c = 0; c < d; c++) {
                double difference = x[r * d + c] - mean[c];
                variances[c] += responsibility * difference * difference;
            }
        }
        for (int c = 0; c < d; c++) {
            variances[c] = variances[c] / mass + settings.ridge();
        }
        if (settings.shape() == GaussianMixture.CovarianceShape.SPHERICAL) {
            Arrays.fill(variances, Arrays.stream(variances).average().orElseThrow());
        }
        return variances;
    }

    /** Takes responsibilities from weights, means and covariances; returns the log-likelihood of all rows. */
    double expect() {
        int blocks = (n + BLOCK - 1) / BLOCK;
        logLikelihood = Arrays.stream(IntStream.range(0, blocks)
                        .parallel()
                        .mapToDouble(b -> expect(b * BLOCK, Math.min(BLOCK, n - b * BLOCK)))
                        .toArray()) // summed in order: the same for any number of threads
                .sum();
        return logLikelihood;
    }

    private double expect(int from, int rows) {
        for (int c = 0; c < k; c++) {
            bells[c].logDensities(x, from, rows, responsibilities, from * k + c, k);
        }
        double sum = 0;
        for (int r = from; r < from + rows; r++) {
            sum += MixtureModel.share(weights, responsibilities, r * k);
        }
        return sum;
    }

    MixtureModel model(int steps, boolean settled) {
        int[] labels = new int[n];
        for (int r = 0; r < n; r++) {
            labels[r] = MixtureModel.greatest(responsibilities, r * k, k);
        }
        return new MixtureModel(settings.shape(), weights, bells, labels, logLikelihood, steps, settled);
    }
}
