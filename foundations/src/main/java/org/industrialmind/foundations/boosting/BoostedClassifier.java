package org.industrialmind.foundations.boosting;

import java.util.function.Consumer;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;

/** Boosted trees that tell classes apart. A missing value, and a category never seen, go the way the splits have learned. */
public final class BoostedClassifier implements Classifier {
    private final BoostedTrees trees;
    private final int classes;

    BoostedClassifier(BoostedTrees trees, int classes) {
        this.trees = trees;
        this.classes = classes;
    }

    /** Returns the trees: of two classes the log odds of the second, of more the logits of each. */
    public BoostedTrees trees() {
        return trees;
    }

    @Override
    public int columns() {
        return trees.columns();
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public double[] probabilities(double[] row) {
        return normalised(trees.raw(row));
    }

    private double[] normalised(double[] raw) {
        if (raw.length == classes) {
            SoftmaxObjective.normalise(raw);
            return raw;
        }
        double second = LogisticObjective.sigmoid(raw[0]);
        return new double[] {1 - second, second};
    }

    @Override
    public Matrix probabilities(Matrix rows) {
        return probabilities(trees.raw(rows));
    }

    /** Hands out the probabilities after the first round, after the second, and so on. Shape of each: [row, class]. */
    public void staged(Matrix rows, Consumer<Matrix> stages) {
        trees.staged(rows, raw -> stages.accept(probabilities(raw)));
    }

    private Matrix probabilities(double[][] raw) {
        int rows = raw[0].length;
        double[] all = new double[rows * classes];
        RowBlocks.each(rows, (from, to) -> {
            double[] scores = new double[raw.length];
            for (int r = from; r < to; r++) {
                for (int k = 0; k < scores.length; k++) {
                    scores[k] = raw[k][r];
                }
                System.arraycopy(normalised(scores), 0, all, r * classes, classes);
            }
        });
        return Matrix.of(rows, classes, all);
    }
}
