package org.industrialmind.learning.tabular.explain;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.Regressor;

/** The number that is explained: what a model says of a row. */
@FunctionalInterface
public interface RowScore {
    double of(double[] row);

    /** Returns the score of each row. Shape: [row, column] -> [row]. */
    default double[] of(Matrix rows) {
        double[] scores = new double[rows.rows()];
        for (int r = 0; r < scores.length; r++) {
            scores[r] = of(rows.row(r));
        }
        return scores;
    }

    /** Returns the probability of a class. */
    static RowScore of(Classifier classifier, int label) {
        return new RowScore() {
            @Override
            public double of(double[] row) {
                return classifier.probabilities(row)[label];
            }

            @Override
            public double[] of(Matrix rows) {
                return classifier.probabilities(rows).column(label);
            }
        };
    }

    /** Returns the predicted number. */
    static RowScore of(Regressor regressor) {
        return new RowScore() {
            @Override
            public double of(double[] row) {
                return regressor.predict(row);
            }

            @Override
            public double[] of(Matrix rows) {
                return regressor.predict(rows);
            }
        };
    }
}
