package org.industrialmind.foundations.neighbors;

import java.util.Arrays;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Classifies by the classes of the k nearest rows.
 *
 * <p>Nothing is learned but the rows themselves. With one neighbour and endless rows the error is at most twice the least
 * possible [1]; more neighbours smooth. Distances add up columns, so columns should be of like scale. Where fewer than k
 * rows were learned from, all of them are asked.
 *
 * <ol>
 *   <li>Cover and Hart 1967, Nearest neighbor pattern classification, IEEE Transactions on Information Theory 13(1).
 * </ol>
 *
 * @param k how many rows are asked, 1 or more
 */
public record NearestNeighborsClassification(int k, Vote vote, Metric metric) implements ClassifierTrainer {
    /** @throws IllegalArgumentException if k is less than 1 */
    public NearestNeighborsClassification {
        Counts.requireAtLeastOne(k);
    }

    public static NearestNeighborsClassification defaults() {
        return new NearestNeighborsClassification(5, Vote.EQUAL, Metric.EUCLIDEAN);
    }

    /** {@inheritDoc} The seed plays no part; rows of weight 0 are left out. */
    @Override
    public Model fit(LabelledRows rows, long seed) {
        rows.requireComplete();
        LabelledRows counting = rows.select(Counts.positive(rows.weights()));
        return new Model(NeighborIndex.of(counting.rows(), metric), counting, Math.min(k, counting.size()), vote);
    }

    /** The rows, ready to be asked. */
    public static final class Model implements Classifier {
        private final NeighborIndex index;
        private final LabelledRows rows;
        private final int k;
        private final Vote vote;

        private Model(NeighborIndex index, LabelledRows rows, int k, Vote vote) {
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
        public int classes() {
            return rows.classes();
        }

        @Override
        public double[] probabilities(double[] row) {
            Neighbors nearest = index.nearest(row, k);
            double[] shares = vote.shares(nearest);
            double[] votes = new double[rows.classes()];
            for (int i = 0; i < shares.length; i++) {
                int position = nearest.position(i);
                votes[rows.label(position)] += shares[i] * rows.weight(position);
            }
            double sum = Arrays.stream(votes).sum();
            for (int c = 0; c < votes.length; c++) {
                votes[c] /= sum;
            }
            return votes;
        }
    }
}
