package org.industrialmind.learning.tabular.pipeline;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * A small classifier for tests: a class is as probable as its mean is near. Takes the positions of category columns only to
 * show that they arrive.
 */
record NearestMean(List<Integer> categories) implements ClassifierTrainer {
    static NearestMean ofNumbers() {
        return new NearestMean(List.of());
    }

    @Override
    public Model fit(LabelledRows rows, long seed) {
        double[][] means = new double[rows.classes()][rows.columns()];
        double[] weights = rows.classWeights();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.columns(); c++) {
                double value = rows.rows().get(r, c);
                means[rows.label(r)][c] += Double.isNaN(value) ? 0 : rows.weight(r) * value / weights[rows.label(r)];
            }
        }
        return new Model(means);
    }

    static final class Model implements Classifier {
        final double[][] means;

        Model(double[][] means) {
            this.means = means;
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
            double[] near = new double[means.length];
            for (int k = 0; k < near.length; k++) {
                double distance = 1e-9;
                for (int c = 0; c < row.length; c++) {
                    distance += Double.isNaN(row[c]) ? 0 : Math.abs(row[c] - means[k][c]);
                }
                near[k] = 1 / distance;
            }
            double sum = Arrays.stream(near).sum();
            return Arrays.stream(near).map(share -> share / sum).toArray();
        }
    }
}
