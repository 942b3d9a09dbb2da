package org.industrialmind.foundations.bayes;

import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Naive Bayes for numbers: within a class each column is normal and independent of the others.
 *
 * <p>Independence is seldom true, and yet the class with the largest product is often the right one [1]; the probabilities
 * themselves are too sure. One pass, no search; units do not matter but for the smoothing.
 *
 * <ol>
 *   <li>Domingos and Pazzani 1997, On the optimality of the simple Bayesian classifier under zero-one loss, Machine
 *       Learning 29.
 * </ol>
 *
 * @param smoothing share of the largest column's variance that is added to every variance, so that none is 0
 */
public record GaussianNaiveBayes(double smoothing) implements ClassifierTrainer {
    /** @throws IllegalArgumentException if the smoothing is not positive and finite */
    public GaussianNaiveBayes {
        if (!(smoothing > 0) || Double.isInfinite(smoothing)) {
            throw new IllegalArgumentException("smoothing " + smoothing + ": expected a finite number above 0");
        }
    }

    public static GaussianNaiveBayes defaults() {
        return new GaussianNaiveBayes(1e-9);
    }

    /** {@inheritDoc} The seed plays no part; classes are as probable beforehand as their weight. */
    @Override
    public Model fit(LabelledRows rows, long seed) {
        rows.requireComplete();
        int p = rows.columns();
        double[] counts = rows.classWeights();
        double[][] means = new double[counts.length][p];
        double[][] variances = new double[counts.length][p];
        double[][] whole = new double[2][p];
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < p && rows.weight(r) > 0; c++) {
                means[rows.label(r)][c] +=
                        rows.weight(r) / counts[rows.label(r)] * rows.rows().get(r, c);
                whole[0][c] += rows.weight(r) / total * rows.rows().get(r, c);
            }
        }
        double widest = 0;
        for (int c = 0; c < p; c++) {
            for (int r = 0; r < rows.size(); r++) {
                int k = rows.label(r);
                double value = rows.rows().get(r, c);
                if (rows.weight(r) > 0) {
                    variances[k][c] += rows.weight(r) / counts[k] * (value - means[k][c]) * (value - means[k][c]);
                    whole[1][c] += rows.weight(r) / total * (value - whole[0][c]) * (value - whole[0][c]);
                }
            }
            widest = Math.max(widest, whole[1][c]);
        }
        double added = widest > 0 ? smoothing * widest : smoothing;
        for (double[] variance : variances) {
            for (int c = 0; c < p; c++) {
                variance[c] += added;
            }
        }
        return new Model(RowCheck.logShares(counts), means, variances);
    }

    /** A normal distribution for each class and column. */
    public static final class Model implements Classifier {
        private final double[] logShares;
        private final double[][] means;
        private final double[][] variances;

        private Model(double[] logShares, double[][] means, double[][] variances) {
            this.logShares = logShares;
            this.means = means;
            this.variances = variances;
        }

        @Override
        public int columns() {
            return means[0].length;
        }

        @Override
        public int classes() {
            return means.length;
        }

        @Override
        public double[] probabilities(double[] row) {
            RowCheck.require(row, columns());
            double[] logs = logShares.clone();
            for (int k = 0; k < logs.length; k++) {
                for (int c = 0; c < row.length; c++) {
                    double away = row[c] - means[k][c];
                    logs[k] -= (Math.log(2 * Math.PI * variances[k][c]) + away * away / variances[k][c]) / 2;
                }
            }
            return RowCheck.normalized(logs);
        }
    }
}
