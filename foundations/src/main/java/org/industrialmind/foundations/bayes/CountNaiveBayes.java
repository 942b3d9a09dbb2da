package org.industrialmind.foundations.bayes;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Naive Bayes for counts, such as of words: a row is a handful drawn from its class's urn.
 *
 * <p>All kinds are linear in the row. The multinomial asks how probable each draw is in the class [1]; the complement asks
 * how improbable it is in all the other classes together, which steadies classes with few rows [2]; the Bernoulli asks of
 * each column only whether it is above 0, and counts absence as evidence too [1].
 *
 * <ol>
 *   <li>McCallum and Nigam 1998, A comparison of event models for naive Bayes text classification, AAAI workshop.
 *   <li>Rennie, Shih, Teevan and Karger 2003, Tackling the poor assumptions of naive Bayes text classifiers, ICML.
 * </ol>
 *
 * @param smoothing what is added to every count, so that what was never seen is not impossible; above 0
 */
public record CountNaiveBayes(Kind kind, double smoothing) implements ClassifierTrainer {
    /** How a row comes about. */
    public enum Kind {
        /** By drawing from the class's urn. */
        MULTINOMIAL,
        /** By not drawing from the urn of all other classes. */
        COMPLEMENT,
        /** By tossing a coin for each column. */
        BERNOULLI
    }

    /** @throws IllegalArgumentException if the smoothing is not positive and finite */
    public CountNaiveBayes {
        if (!(smoothing > 0) || Double.isInfinite(smoothing)) {
            throw new IllegalArgumentException("smoothing " + smoothing + ": expected a finite number above 0");
        }
    }

    /** Multinomial with Laplace's rule: every count one more. */
    public static CountNaiveBayes defaults() {
        return new CountNaiveBayes(Kind.MULTINOMIAL, 1);
    }

    /**
     * {@inheritDoc} The seed plays no part; classes are as probable beforehand as their weight, except to the complement,
     * which takes all as equal.
     *
     * @throws IllegalArgumentException also if a value is negative
     */
    @Override
    public Model fit(LabelledRows rows, long seed) {
        rows.requireComplete();
        double[] weights = rows.classWeights();
        double[][] counts = counts(rows);
        int p = rows.columns();
        double[] intercepts = RowCheck.logShares(weights);
        double[][] slopes = new double[weights.length][p];
        double[] all = new double[p];
        for (double[] own : counts) {
            for (int c = 0; c < p; c++) {
                all[c] += own[c];
            }
        }
        for (int k = 0; k < weights.length; k++) {
            switch (kind) {
                case MULTINOMIAL -> logShares(counts[k], slopes[k], 1);
                case COMPLEMENT -> {
                    double[] others = all.clone();
                    for (int c = 0; c < p; c++) {
                        others[c] -= counts[k][c];
                    }
                    logShares(others, slopes[k], -1);
                    intercepts[k] = weights[k] > 0 ? 0 : Double.NEGATIVE_INFINITY;
                }
                case BERNOULLI -> {
                    for (int c = 0; c < p; c++) {
                        double seen = (counts[k][c] + smoothing) / (weights[k] + 2 * smoothing);
                        slopes[k][c] = Math.log(seen) - Math.log1p(-seen);
                        intercepts[k] += Math.log1p(-seen);
                    }
                }
            }
        }
        return new Model(intercepts, slopes, kind == Kind.BERNOULLI);
    }

    private double[][] counts(LabelledRows rows) {
        double[][] counts = new double[rows.classes()][rows.columns()];
        Matrix values = rows.rows();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.columns(); c++) {
                double value = values.get(r, c);
                if (value < 0) {
                    throw new IllegalArgumentException("the value at row " + r + ", column " + c + " is " + value
                            + ": expected a count, 0 or more");
                }
                counts[rows.label(r)][c] += rows.weight(r) * (kind == Kind.BERNOULLI ? (value > 0 ? 1 : 0) : value);
            }
        }
        return counts;
    }

    private void logShares(double[] counts, double[] logs, int sign) {
        double sum = 0;
        for (double count : counts) {
            sum += count + smoothing;
        }
        for (int c = 0; c < counts.length; c++) {
            logs[c] = sign * Math.log((counts[c] + smoothing) / sum);
        }
    }

    /** A weighted sum of counts for each class. */
    public static final class Model implements Classifier {
        private final double[] intercepts;
        private final double[][] slopes;
        private final boolean presence;

        private Model(double[] intercepts, double[][] slopes, boolean presence) {
            this.intercepts = intercepts;
            this.slopes = slopes;
            this.presence = presence;
        }

        @Override
        public int columns() {
            return slopes[0].length;
        }

        @Override
        public int classes() {
            return slopes.length;
        }

        @Override
        public double[] probabilities(double[] row) {
            RowCheck.require(row, columns());
            double[] logs = intercepts.clone();
            for (int k = 0; k < logs.length; k++) {
                for (int c = 0; c < row.length; c++) {
                    logs[k] += slopes[k][c] * (presence ? (row[c] > 0 ? 1 : 0) : row[c]);
                }
            }
            return RowCheck.normalized(logs);
        }
    }
}
