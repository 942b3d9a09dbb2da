package org.industrialmind.learning.tabular.imbalance;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Decides for the class of least expected cost instead of the most probable one.
 *
 * <p>Right if the probabilities mean what they say [1]: calibrate the base where they may not. They are handed on unchanged.
 *
 * <ol>
 *   <li>Elkan 2001, The foundations of cost-sensitive learning, IJCAI.
 * </ol>
 *
 * @param costs what it costs to decide for a class where another is true; shape [true class, decided class]
 */
public record CostTrainer(ClassifierTrainer base, Matrix costs) implements ClassifierTrainer {
    public CostTrainer {
        if (costs.requireFinite().rows() != costs.columns()) {
            throw new IllegalArgumentException("the costs are " + costs.rows() + " x " + costs.columns()
                    + ": expected a row and a column for each class");
        }
    }

    @Override
    public CostClassifier fit(LabelledRows rows, long seed) {
        if (rows.classes() != costs.rows()) {
            throw new IllegalArgumentException("seen costs of " + costs.rows() + " classes for rows of "
                    + rows.classes() + ": expected one row and column for each");
        }
        return new CostClassifier(base.fit(rows, seed), costs);
    }

    /** A classifier that decides by expected cost. */
    public record CostClassifier(Classifier base, Matrix costs) implements Classifier {
        @Override
        public int columns() {
            return base.columns();
        }

        @Override
        public int classes() {
            return base.classes();
        }

        @Override
        public double[] probabilities(double[] row) {
            return base.probabilities(row);
        }

        @Override
        public Matrix probabilities(Matrix rows) {
            return base.probabilities(rows);
        }

        @Override
        public int predict(double[] row) {
            return cheapest(probabilities(row));
        }

        @Override
        public int[] predict(Matrix rows) {
            Matrix said = probabilities(rows);
            int[] predicted = new int[said.rows()];
            for (int r = 0; r < predicted.length; r++) {
                predicted[r] = cheapest(said.row(r));
            }
            return predicted;
        }

        private int cheapest(double[] probabilities) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int decided = 0; decided < probabilities.length; decided++) {
                double expected = 0;
                for (int truth = 0; truth < probabilities.length; truth++) {
                    expected += probabilities[truth] * costs.get(truth, decided);
                }
                if (expected < least) {
                    best = decided;
                    least = expected;
                }
            }
            return best;
        }
    }
}
