package org.industrialmind.learning.tabular.selection;

import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * A learner small enough to be read at a glance: a normal law for each column of each class, independent. The clouds of
 * {@code SyntheticRows} follow just that law. Sharpness 1 is honest; above 1 it is too sure of itself.
 */
public record NaiveNormal(double sharpness) implements ClassifierTrainer {
    public static NaiveNormal honest() {
        return new NaiveNormal(1);
    }

    @Override
    public Classifier fit(LabelledRows rows, long seed) {
        rows.requireComplete();
        int classes = rows.classes();
        int columns = rows.columns();
        double[] weights = rows.classWeights();
        double[][] means = new double[classes][columns];
        double[][] variances = new double[classes][columns];
        for (int r = 0; r < rows.size(); r++) {
            int k = rows.label(r);
            for (int c = 0; c < columns; c++) {
                means[k][c] += rows.weight(r) * rows.rows().get(r, c) / weights[k];
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            int k = rows.label(r);
            for (int c = 0; c < columns; c++) {
                variances[k][c] += rows.weight(r) * Math.pow(rows.rows().get(r, c) - means[k][c], 2) / weights[k];
            }
        }
        return new Fitted(sharpness, weights, means, variances);
    }

    private static final class Fitted implements Classifier {
        private final double sharpness;
        private final double[] weights;
        private final double[][] means;
        private final double[][] variances;

        Fitted(double sharpness, double[] weights, double[][] means, double[][] variances) {
            this.sharpness = sharpness;
            this.weights = weights;
            this.means = means;
            this.variances = variances;
        }

        @Override
        public int columns() {
            return means[0].length;
        }

        @Override
        public int classes() {
            return weights.length;
        }

        @Override
        public double[] probabilities(double[] row) {
            if (row.length != columns()) {
                throw new IllegalArgumentException("seen " + row.length + " values: expected " + columns());
            }
            double[] logs = new double[weights.length];
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < logs.length; k++) {
                logs[k] = Math.log(weights[k]);
                for (int c = 0; c < row.length && weights[k] > 0; c++) {
                    double variance = variances[k][c] + 1e-9;
                    logs[k] -= (Math.pow(row[c] - means[k][c], 2) / variance + Math.log(variance)) / 2;
                }
                logs[k] *= sharpness;
                largest = Math.max(largest, logs[k]);
            }
            double sum = 0;
            for (int k = 0; k < logs.length; k++) {
                logs[k] = Math.exp(logs[k] - largest);
                sum += logs[k];
            }
            for (int k = 0; k < logs.length; k++) {
                logs[k] /= sum;
            }
            return logs;
        }
    }
}
