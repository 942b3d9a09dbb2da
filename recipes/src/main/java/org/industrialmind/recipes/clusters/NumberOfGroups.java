package org.industrialmind.recipes.clusters;

import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.clustering.GaussianMixture;
import org.industrialmind.foundations.clustering.GaussianMixture.CovarianceShape;
import org.industrialmind.foundations.clustering.KMeans;
import org.industrialmind.foundations.clustering.MixtureModel;
import org.industrialmind.foundations.metrics.ClusterShape;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;

/**
 * How many groups the rows themselves suggest: the number at which k-means has the highest silhouette, and the number and
 * shape of bells at which a mixture has the least BIC. The first cannot say one; the second can.
 */
final class NumberOfGroups {
    private static final int STARTS = 5;
    private static final double RIDGE = 1e-3; // of the variance of a column: a bell on few rows must not collapse

    private final double[] silhouettes; // from 2 groups on
    private final double[] full; // from 1 group on
    private final double[] diagonal;

    private NumberOfGroups(double[] silhouettes, double[] full, double[] diagonal) {
        this.silhouettes = silhouettes;
        this.full = full;
        this.diagonal = diagonal;
    }

    /** Tries up to so many groups. */
    static NumberOfGroups upTo(int most, Matrix rows, long seed) {
        return new NumberOfGroups(
                IntStream.rangeClosed(2, most)
                        .mapToDouble(k -> ClusterShape.of(
                                        rows, KMeans.of(k).fit(rows, seed).labels())
                                .silhouette())
                        .toArray(),
                bics(most, rows, CovarianceShape.FULL, seed),
                bics(most, rows, CovarianceShape.DIAGONAL, seed));
    }

    private static double[] bics(int most, Matrix rows, CovarianceShape shape, long seed) {
        return IntStream.rangeClosed(1, most)
                .mapToDouble(k -> mixture(k, shape, rows, seed).bic())
                .toArray();
    }

    private static MixtureModel mixture(int components, CovarianceShape shape, Matrix rows, long seed) {
        return new GaussianMixture(components, shape, STARTS, 200, 1e-5, RIDGE).fit(rows, seed);
    }

    int bySilhouette() {
        int best = 0;
        for (int i = 1; i < silhouettes.length; i++) {
            best = silhouettes[i] > silhouettes[best] ? i : best;
        }
        return best + 2;
    }

    int byBic() {
        int best = 1;
        for (int k = 2; k <= full.length; k++) {
            best = bic(k) < bic(best) ? k : best;
        }
        return best;
    }

    /** Fits so many bells of the shape that had the lower BIC. */
    MixtureModel mixture(int components, Matrix rows, long seed) {
        return mixture(components, shape(components), rows, seed);
    }

    CovarianceShape shape(int components) {
        return full[components - 1] <= diagonal[components - 1] ? CovarianceShape.FULL : CovarianceShape.DIAGONAL;
    }

    private double bic(int components) {
        return Math.min(full[components - 1], diagonal[components - 1]);
    }

    Chart silhouetteChart(String name) {
        return Chart.of(name + ": silhouette of k-means, the higher the better", "groups", "silhouette")
                .line("silhouette", Series.of(from(2, silhouettes.length), silhouettes));
    }

    Chart bicChart(String name) {
        double[] groups = from(1, full.length);
        return Chart.of(name + ": BIC of a mixture, the lower the better", "groups", "BIC")
                .line("any ellipse", Series.of(groups, full))
                .line("along the axes", Series.of(groups, diagonal));
    }

    private static double[] from(int first, int count) {
        return IntStream.range(first, first + count).asDoubleStream().toArray();
    }
}
