package org.industrialmind.foundations.supervised;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * The least a classifier can know: how frequent each class was, whatever the row says. Every table of results has it, since
 * on rare classes its accuracy looks like skill.
 */
public record ClassShares() implements ClassifierTrainer {
    @Override
    public Classifier fit(LabelledRows rows, long seed) {
        double[] shares = rows.classWeights();
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return new Shares(rows.columns(), Matrix.ofRows(shares));
    }

    private record Shares(int columns, Matrix shares) implements Classifier {
        @Override
        public int classes() {
            return shares.columns();
        }

        @Override
        public double[] probabilities(double[] row) {
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        "a row of " + row.length + " values: expected " + columns + ", as learned from");
            }
            return shares.row(0);
        }
    }
}
