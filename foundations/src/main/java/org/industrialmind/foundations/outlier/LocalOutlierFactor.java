package org.industrialmind.foundations.outlier;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.neighbors.NeighborIndex;
import org.industrialmind.foundations.neighbors.Neighbors;

/**
 * The local outlier factor: how much sparser it is around a row than around its nearest rows.
 *
 * <p>The density at a row is the reciprocal of the mean reach to its k nearest rows, where the reach to a row is at least
 * that row's own distance to its k-th nearest (which calms the estimate in dense places). The factor is the mean density of
 * the neighbours over the row's own: about 1 inside any cluster, dense or sparse; 2 and more is unusual. Columns should be
 * of like scale. A place where more than k rows are all the same has a density bounded by a ten-billionth of the usual
 * distance.
 *
 * <p>Complexity: n searches to fit, k + 1 look-ups a score.
 *
 * @param k 1 or more; between 10 and 50 as a rule
 * @see "Breunig, Kriegel, Ng and Sander 2000, LOF: identifying density-based local outliers, SIGMOD"
 */
public record LocalOutlierFactor(int k) implements OutlierTrainer {
    private static final double SAME = 1e-10; // of the usual distance: nearer rows count as this far

    /** @throws IllegalArgumentException if k is less than 1 */
    public LocalOutlierFactor {
        if (k < 1) {
            throw new IllegalArgumentException("an outlier factor of " + k + " neighbours: expected 1 or more");
        }
    }

    public static LocalOutlierFactor defaults() {
        return new LocalOutlierFactor(20);
    }

    /**
     * {@inheritDoc} The seed plays no part.
     *
     * @throws IllegalArgumentException also if there are not more than k rows
     */
    @Override
    public Model fit(Matrix rows, long seed) {
        if (rows.rows() <= k) {
            throw new IllegalArgumentException(rows + " has too few rows: expected more than the " + k + " neighbours");
        }
        return new Model(NeighborIndex.of(rows), k);
    }

    /** The rows with the density at each. */
    public static final class Model implements OutlierModel {
        private final NeighborIndex index;
        private final int k;
        private final double[] reaches; // of each row to its k-th nearest
        private final double[] densities;
        private final double[] factors;
        private final double floor;

        private Model(NeighborIndex index, int k) {
            this.index = index;
            this.k = k;
            int n = index.size();
            Neighbors[] nearest = new Neighbors[n];
            reaches = new double[n];
            double sum = 0;
            for (int r = 0; r < n; r++) {
                nearest[r] = index.nearestTo(r, k);
                reaches[r] = nearest[r].distance(k - 1);
                sum += reaches[r];
            }
            floor = sum > 0 ? SAME * sum / n : 1;
            densities = new double[n];
            for (int r = 0; r < n; r++) {
                densities[r] = density(nearest[r]);
            }
            factors = new double[n];
            for (int r = 0; r < n; r++) {
                factors[r] = factor(nearest[r], densities[r]);
            }
        }

        private double density(Neighbors nearest) {
            double sum = 0;
            for (int i = 0; i < k; i++) {
                sum += Math.max(nearest.distance(i), reaches[nearest.position(i)]);
            }
            return 1 / (sum / k + floor);
        }

        private double factor(Neighbors nearest, double own) {
            double sum = 0;
            for (int i = 0; i < k; i++) {
                sum += densities[nearest.position(i)];
            }
            return sum / k / own;
        }

        @Override
        public int columns() {
            return index.columns();
        }

        /** {@inheritDoc} The factor of a new row; a row learned from counts itself among its neighbours here. */
        @Override
        public double score(double[] row) {
            Neighbors nearest = index.nearest(row, k);
            return factor(nearest, density(nearest));
        }

        /** Returns the factor of each row learned from, among the others; a copy. Shape: [row]. */
        public double[] factors() {
            return factors.clone();
        }
    }
}
