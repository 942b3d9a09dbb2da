package org.industrialmind.foundations.outlier;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.neighbors.NeighborIndex;

/**
 * Scores a row by its distance to the k-th nearest row learned from, in the unit of the columns, which should be of like
 * scale. Simple and hard to beat, unless usual rows are dense in one place and sparse in another.
 *
 * @param k 1 or more; more than the cluster of outliers one wishes to see through
 * @see "Ramaswamy, Rastogi and Shim 2000, Efficient algorithms for mining outliers from large data sets, SIGMOD"
 */
public record NeighborDistance(int k) implements OutlierTrainer {
    /** @throws IllegalArgumentException if k is less than 1 */
    public NeighborDistance {
        if (k < 1) {
            throw new IllegalArgumentException("the distance to the nearest row number " + k + ": expected 1 or more");
        }
    }

    public static NeighborDistance defaults() {
        return new NeighborDistance(5);
    }

    /**
     * {@inheritDoc} The seed plays no part.
     *
     * @throws IllegalArgumentException also if there are fewer than k rows
     */
    @Override
    public OutlierModel fit(Matrix rows, long seed) {
        if (rows.rows() < k) {
            throw new IllegalArgumentException(
                    rows + " has no " + k + " rows: expected as many as neighbours asked for");
        }
        return new Model(NeighborIndex.of(rows), k);
    }

    private record Model(NeighborIndex index, int k) implements OutlierModel {
        @Override
        public int columns() {
            return index.columns();
        }

        @Override
        public double score(double[] row) {
            return index.nearest(row, k).distance(k - 1);
        }
    }
}
