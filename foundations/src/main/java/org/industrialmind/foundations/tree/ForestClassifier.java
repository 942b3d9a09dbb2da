package org.industrialmind.foundations.tree;

import java.util.List;
import java.util.OptionalDouble;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;

/** Many trees that tell classes apart by the mean of their leaves' shares. */
public final class ForestClassifier implements Classifier {
    private final TreeMean mean;
    private final OptionalDouble outOfBagAccuracy;

    ForestClassifier(TreeMean mean, OptionalDouble outOfBagAccuracy) {
        this.mean = mean;
        this.outOfBagAccuracy = outOfBagAccuracy;
    }

    public List<BinaryTree> trees() {
        return mean.trees();
    }

    /**
     * Returns the share of the weight of the training rows that is told right by those trees alone that have not seen the
     * row: an honest estimate without a test set. Empty where every tree has seen every row.
     */
    public OptionalDouble outOfBagAccuracy() {
        return outOfBagAccuracy;
    }

    /** Returns how much the splits on each column have lowered the impurity, as shares that sum to 1. Shape: [column]. */
    public double[] gains() {
        return mean.gains();
    }

    @Override
    public int columns() {
        return mean.columns();
    }

    @Override
    public int classes() {
        return trees().getFirst().outputs();
    }

    @Override
    public double[] probabilities(double[] row) {
        return mean.of(row);
    }

    @Override
    public Matrix probabilities(Matrix rows) {
        return Matrix.of(rows.rows(), classes(), mean.of(rows));
    }
}
