package org.industrialmind.foundations.metrics;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * How compact and far apart clusters are, when no truth is known.
 *
 * <p>All three favour round clusters of similar size; a method that finds rings or chains is judged unfairly. Distances are
 * Euclidean: scale the columns first. One number for each row names its cluster; noise is a cluster like any other, so
 * leave such rows out if they should not count.
 *
 * <p>Shape: rows [row, column], clusters [row]; at least 2 clusters and fewer clusters than rows.
 *
 * <ol>
 *   <li>Rousseeuw 1987, Silhouettes, Journal of Computational and Applied Mathematics 20.
 *   <li>Davies and Bouldin 1979, A cluster separation measure, IEEE PAMI 1(2).
 *   <li>Calinski and Harabasz 1974, A dendrite method for cluster analysis, Communications in Statistics 3(1).
 * </ol>
 */
public final class ClusterShape {
    private final double[][] rows;
    private final int[] groups;
    private final int[] sizes;
    private final double[][] centres;

    private ClusterShape(Matrix matrix, int[] clusters) {
        int n = matrix.rows();
        rows = new double[n][];
        groups = Groups.numbered(clusters);
        sizes = Groups.sizes(groups);
        centres = new double[sizes.length][matrix.columns()];
        for (int r = 0; r < n; r++) {
            rows[r] = matrix.row(r);
            double[] centre = centres[groups[r]];
            for (int c = 0; c < centre.length; c++) {
                centre[c] += rows[r][c] / sizes[groups[r]];
            }
        }
    }

    /** @throws IllegalArgumentException if the shapes do not fit, a value is not finite, or the number of clusters */
    public static ClusterShape of(Matrix rows, int[] clusters) {
        MetricChecks.requireSameLength("clusters", clusters.length, "rows", rows.rows());
        rows.requireFinite();
        ClusterShape shape = new ClusterShape(rows, clusters);
        if (shape.sizes.length < 2 || shape.sizes.length >= rows.rows()) {
            throw new IllegalArgumentException(shape.sizes.length + " clusters of " + rows.rows()
                    + " rows have no shape to judge: expected at least 2, and fewer than rows");
        }
        return shape;
    }

    /**
     * Returns the mean silhouette [1], in [-1, 1]: by how much the nearest other cluster is further than one's own.
     *
     * <p>Complexity: O(n^2 columns).
     */
    public double silhouette() {
        double sum = 0;
        for (double value : silhouettes()) {
            sum += value;
        }
        return sum / rows.length;
    }

    /** Returns the silhouette of each row; 0 for a row that is a cluster alone. */
    public double[] silhouettes() {
        double[][] toClusters = new double[rows.length][sizes.length];
        for (int r = 0; r < rows.length; r++) {
            for (int other = 0; other < r; other++) {
                double distance = distance(rows[r], rows[other]);
                toClusters[r][groups[other]] += distance;
                toClusters[other][groups[r]] += distance;
            }
        }
        double[] values = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            values[r] = silhouette(groups[r], toClusters[r]);
        }
        return values;
    }

    private double silhouette(int own, double[] sums) {
        if (sizes[own] == 1) {
            return 0;
        }
        double inside = sums[own] / (sizes[own] - 1);
        double outside = Double.POSITIVE_INFINITY;
        for (int k = 0; k < sizes.length; k++) {
            if (k != own) {
                outside = Math.min(outside, sums[k] / sizes[k]);
            }
        }
        return MetricChecks.ratio(outside - inside, Math.max(inside, outside));
    }

    /**
     * Returns the mean over clusters of how large the worst pair is against its distance [2]; 0 is best. Infinite where two
     * clusters that are not points have one centre.
     */
    public double daviesBouldin() {
        double[] spread = new double[sizes.length];
        for (int r = 0; r < rows.length; r++) {
            spread[groups[r]] += distance(rows[r], centres[groups[r]]) / sizes[groups[r]];
        }
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            double worst = 0;
            for (int j = 0; j < sizes.length; j++) {
                double together = spread[i] + spread[j];
                if (j != i && together > 0) {
                    worst = Math.max(worst, together / distance(centres[i], centres[j]));
                }
            }
            sum += worst;
        }
        return sum / sizes.length;
    }

    /** Returns the ratio of the variance between and within clusters [3]; infinite where there is none within. */
    public double calinskiHarabasz() {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += row[c] / rows.length;
            }
        }
        double between = 0;
        for (int k = 0; k < sizes.length; k++) {
            between += sizes[k] * square(centres[k], mean);
        }
        double within = 0;
        for (int r = 0; r < rows.length; r++) {
            within += square(rows[r], centres[groups[r]]);
        }
        return between / (sizes.length - 1) / (within / (rows.length - sizes.length));
    }

    private static double distance(double[] x, double[] y) {
        return Math.sqrt(square(x, y));
    }

    private static double square(double[] x, double[] y) {
        double sum = 0;
        for (int c = 0; c < x.length; c++) {
            double away = x[c] - y[c];
            sum += away * away;
        }
        return sum;
    }
}
