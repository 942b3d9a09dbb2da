package org.industrialmind.foundations.tree;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;

/** One tree that tells classes apart by the shares of the leaf a row falls into. */
public final class TreeClassifier implements Classifier {
    private final TreeMean mean;

    TreeClassifier(int columns, BinaryTree tree) {
        mean = new TreeMean(columns, List.of(tree));
    }

    public BinaryTree tree() {
        return mean.trees().getFirst();
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
        return tree().outputs();
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
