package org.industrialmind.foundations.bayes;

import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Naive Bayes for categories, given as numbers 0, 1, 2 ...: within a class each column draws its category independently. A
 * category that no row had counts as if it had been allowed for and not seen.
 *
 * @param smoothing what is added to every count; above 0
 */
public record CategoricalNaiveBayes(double smoothing) implements ClassifierTrainer {
    private static final int MOST = 1_000_000; // a code beyond this is hardly a category

    /** @throws IllegalArgumentException if the smoothing is not positive and finite */
    public CategoricalNaiveBayes {
        if (!(smoothing > 0) || Double.isInfinite(smoothing)) {
            throw new IllegalArgumentException("smoothing " + smoothing + ": expected a finite number above 0");
        }
    }

    public static CategoricalNaiveBayes defaults() {
        return new CategoricalNaiveBayes(1);
    }

    /**
     * {@inheritDoc} The seed plays no part.
     *
     * @throws IllegalArgumentException also if a value is no whole number from 0 to a million
     */
    @Override
    public Model fit(LabelledRows rows, long seed) {
        rows.requireComplete();
        int p = rows.columns();
        double[] weights = rows.classWeights();
        double[][][] logs = new double[p][][];
        double[][] unseen = new double[p][weights.length];
        for (int c = 0; c < p; c++) {
            int categories = 0;
            for (int r = 0; r < rows.size(); r++) {
                double value = rows.rows().get(r, c);
                if (value < 0 || value > MOST || value != Math.rint(value)) {
                    throw new IllegalArgumentException("the value at row " + r + ", column " + c + " is " + value
                            + ": expected the number of a category, from 0 to " + MOST);
                }
                categories = Math.max(categories, (int) value + 1);
            }
            double[][] counts = new double[weights.length][categories];
            for (int r = 0; r < rows.size(); r++) {
                counts[rows.label(r)][(int) rows.rows().get(r, c)] += rows.weight(r);
            }
            for (int k = 0; k < weights.length; k++) {
                double sum = weights[k] + smoothing * categories;
                unseen[c][k] = Math.log(smoothing / sum);
                for (int v = 0; v < categories; v++) {
                    counts[k][v] = Math.log((counts[k][v] + smoothing) / sum);
                }
            }
            logs[c] = counts;
        }
        return new Model(RowCheck.logShares(weights), logs, unseen);
    }

    /** A table of shares for each column and class. */
    public static final class Model implements Classifier {
        private final double[] logShares;
        private final double[][][] logs; // [column][class][category]
        private final double[][] unseen; // [column][class]

        private Model(double[] logShares, double[][][] logs, double[][] unseen) {
            this.logShares = logShares;
            this.logs = logs;
            this.unseen = unseen;
        }

        @Override
        public int columns() {
            return logs.length;
        }

        @Override
        public int classes() {
            return logShares.length;
        }

        @Override
        public double[] probabilities(double[] row) {
            RowCheck.require(row, logs.length);
            double[] sums = logShares.clone();
            for (int c = 0; c < row.length; c++) {
                boolean seen = row[c] >= 0 && row[c] == Math.rint(row[c]) && row[c] < logs[c][0].length;
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += seen ? logs[c][k][(int) row[c]] : unseen[c][k];
                }
            }
            return RowCheck.normalized(sums);
        }
    }
}
