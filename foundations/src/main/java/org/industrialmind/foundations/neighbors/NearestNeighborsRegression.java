package org.industrialmind.foundations.neighbors;

import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Predicts the mean target of the k nearest rows. It never leaves the range of the targets seen, for better and worse.
 *
 * <p>Distances add up columns, so columns should be of like scale. Where fewer than k rows were learned from, all of them
 * are asked.
 *
 * @param k how many rows are asked, 1 or more
 * @see "Stone 1977, Consistent nonparametric regression, Annals of Statistics 5(4)"
 */
public record NearestNeighborsRegression(int k, Vote vote, Metric metric) implements RegressorTrainer {
    /** @throws IllegalArgumentException if k is less than 1 */
    public NearestNeighborsRegression {
        Counts.requireAtLeastOne(k);
    }

    public static NearestNeighborsRegression defaults() {
        return new NearestNeighborsRegression(5, Vote.EQUAL, Metric.EUCLIDEAN);
    }

    /** {@inheritDoc} The seed plays no part; rows of weight 0 are left out. */
    @Override
    public Model fit(TargetRows rows, long seed) {
        rows.requireComplete();
        TargetRows counting = rows.select(Counts.positive(rows.weights()));
        return new Model(NeighborIndex.of(counting.rows(), metric), counting, Math.min(k, counting.size()), vote);
    }

    /** The rows, ready to be asked. */
    public static final class Model implements Regressor {
        private final NeighborIndex index;
        private final TargetRows rows;
        private final int k;
        private final Vote vote;

        private Model(NeighborIndex index, TargetRows rows, int k, Vote vote) {
            this.index = index;
            this.rows = rows;
            this.k = k;
            this.vote = vote;
        }

        @Override
        public int columns() {
            return index.columns();
        }

        @Override
        public double predict(double[] row) {
            Neighbors nearest = index.nearest(row, k);
            double[] shares = vote.shares(nearest);
            double sum = 0;
            double total = 0;
            for (int i = 0; i < shares.length; i++) {
                int position = nearest.position(i);
                double share = shares[i] * rows.weight(position);
                sum += share * rows.target(position);
                total += share;
            }
            return sum / total;
        }
    }
}
