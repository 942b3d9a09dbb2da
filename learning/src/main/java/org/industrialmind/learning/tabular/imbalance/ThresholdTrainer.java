package org.industrialmind.learning.tabular.imbalance;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.learning.tabular.selection.OutOfFold;
import org.industrialmind.learning.tabular.selection.StratifiedKFold;

/**
 * Learns a classifier of two classes, and on out-of-fold predictions the threshold of most worth.
 *
 * <p>The probabilities stay as they are; only {@code predict} changes. Where the cost of each error is known and the
 * probabilities are calibrated, {@link CostTrainer} needs no such search.
 *
 * @param worth what the decisions are judged by, such as {@code Decisions::f1} or {@code Decisions.cheapest(1, 20)}
 * @param folds at least 2
 */
public record ThresholdTrainer(ClassifierTrainer base, Decisions.Worth worth, int folds) implements ClassifierTrainer {
    public ThresholdTrainer {
        if (folds < 2) {
            throw new IllegalArgumentException("a threshold by " + folds + " folds: expected at least 2");
        }
    }

    /** @throws IllegalArgumentException also unless there are two classes, both with rows */
    @Override
    public ThresholdClassifier fit(LabelledRows rows, long seed) {
        if (rows.classes() != 2) {
            throw new IllegalArgumentException("a threshold divides two classes, not " + rows.classes()
                    + ": decide by costs (CostTrainer) where there are more");
        }
        SplittableRandom seeds = new SplittableRandom(seed);
        Classifier whole = base.fit(rows, seeds.nextLong()); // first: what it refuses is said of the rows as given
        Matrix unseen = OutOfFold.of(base, rows, new StratifiedKFold(folds), seeds.nextLong())
                .requireAll();
        boolean[] positive = new boolean[rows.size()];
        for (int r = 0; r < positive.length; r++) {
            positive[r] = rows.label(r) == 1;
        }
        return new ThresholdClassifier(whole, Threshold.best(positive, unseen.column(1), rows.weights(), worth));
    }

    /** A classifier that calls a row positive from its threshold on. */
    public record ThresholdClassifier(Classifier base, Threshold threshold) implements Classifier {
        @Override
        public int columns() {
            return base.columns();
        }

        @Override
        public int classes() {
            return 2;
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
            return probabilities(row)[1] >= threshold.value() ? 1 : 0;
        }

        @Override
        public int[] predict(Matrix rows) {
            Matrix said = probabilities(rows);
            int[] predicted = new int[said.rows()];
            for (int r = 0; r < predicted.length; r++) {
                predicted[r] = said.get(r, 1) >= threshold.value() ? 1 : 0;
            }
            return predicted;
        }
    }
}
