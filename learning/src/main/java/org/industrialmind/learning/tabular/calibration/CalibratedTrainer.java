package org.industrialmind.learning.tabular.calibration;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.learning.tabular.selection.OutOfFold;
import org.industrialmind.learning.tabular.selection.StratifiedKFold;

/**
 * Learns a classifier and what its probabilities mean.
 *
 * <p>A classifier is too sure of the rows it learned from, so the map is learned from out-of-fold predictions: the rows are
 * dealt into folds, each predicted by what was learned from the others. The classifier that is kept learns from all rows; it
 * is a little better than those of the folds, and the map carries over.
 *
 * @param folds at least 2; fewer are dealt where there are fewer rows
 */
public record CalibratedTrainer(ClassifierTrainer base, CalibrationMethod method, int folds)
        implements ClassifierTrainer {
    public CalibratedTrainer {
        if (folds < 2) {
            throw new IllegalArgumentException("calibration with " + folds + " folds: expected at least 2");
        }
    }

    /** Returns the trainer with five folds. */
    public static CalibratedTrainer of(ClassifierTrainer base, CalibrationMethod method) {
        return new CalibratedTrainer(base, method, 5);
    }

    /** @throws IllegalArgumentException also if there is one row only, which cannot be predicted by others */
    @Override
    public CalibratedClassifier fit(LabelledRows rows, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        Classifier whole = base.fit(rows, seeds.nextLong()); // first: what it refuses is said of the rows as given
        StratifiedKFold splitter = new StratifiedKFold(Math.max(2, Math.min(folds, rows.size())));
        Matrix unseen = OutOfFold.of(base, rows, splitter, seeds.nextLong()).requireAll();
        Calibration calibration = method.fit(unseen, rows.labels(), rows.weights());
        return new CalibratedClassifier(whole, calibration);
    }

    /** A classifier and the map of its probabilities. */
    public record CalibratedClassifier(Classifier base, Calibration calibration) implements Classifier {
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
            return calibration.apply(base.probabilities(row));
        }

        @Override
        public Matrix probabilities(Matrix rows) {
            Matrix raw = base.probabilities(rows);
            double[][] mapped = new double[raw.rows()][];
            for (int r = 0; r < mapped.length; r++) {
                mapped[r] = calibration.apply(raw.row(r));
            }
            return Matrix.ofRows(mapped);
        }
    }
}
