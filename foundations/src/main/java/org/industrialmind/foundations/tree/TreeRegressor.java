package org.industrialmind.foundations.tree;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Regressor;

/** One tree that predicts the mean of the leaf a row falls into. */
public final class TreeRegressor implements Regressor {
    private final TreeMean mean;

    TreeRegressor(int columns, BinaryTree tree) {
        mean = new TreeMean(columns, List.of(tree));
    }

    public BinaryTree tree() {
        return mean.trees().getFirst();
    }

    /** Returns how much the splits on each column have lowered the variance, as shares that sum to 1. Shape: [column]. */
    public double[] gains() {
        return mean.gains();
    }

    @Override
    public int columns() {
        return mean.columns();
    }

    @Override
    public double predict(double[] row) {
        return mean.of(row)[0];
    }

    @Override
    public double[] predict(Matrix rows) {
        return mean.of(rows);
    }
}
