package org.industrialmind.learning.tabular.selection;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Whatever learns from some rows of a table and predicts others: a trainer, a whole pipeline, a tuned search.
 *
 * <p>Everything that learns belongs inside: imputation, scaling, encoding and selection of columns are fitted on the training
 * positions too, or the test rows have been seen.
 */
@FunctionalInterface
public interface FoldMethod {
    /** Learns from the training positions and predicts the others. Shape: [test row, output]. */
    Matrix predict(int[] train, int[] test, long seed);

    /** Returns the method that fits this trainer and answers with class probabilities. */
    static FoldMethod of(ClassifierTrainer trainer, LabelledRows rows) {
        return (train, test, seed) -> trainer.fit(rows.select(train), seed)
                .probabilities(rows.select(test).rows());
    }

    /** Returns the method that fits this trainer and answers with one number for each row. */
    static FoldMethod of(RegressorTrainer trainer, TargetRows rows) {
        return (train, test, seed) -> {
            double[] predicted = trainer.fit(rows.select(train), seed)
                    .predict(rows.select(test).rows());
            return Matrix.of(predicted.length, 1, predicted);
        };
    }

    /** Returns the method made of two halves, for anything that is fitted first and asked then. */
    static <M> FoldMethod of(Fit<M> fit, Predict<M> predict) {
        return (train, test, seed) -> predict.predict(fit.fit(train, seed), test);
    }

    /** Learns from rows at these positions. */
    @FunctionalInterface
    interface Fit<M> {
        M fit(int[] train, long seed);
    }

    /** Predicts rows at these positions. Shape: [test row, output]. */
    @FunctionalInterface
    interface Predict<M> {
        Matrix predict(M fitted, int[] test);
    }
}
