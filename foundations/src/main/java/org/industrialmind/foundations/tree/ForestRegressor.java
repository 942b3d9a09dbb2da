package org.industrialmind.foundations.tree;

import java.util.List;
import java.util.OptionalDouble;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Regressor;

/** Many trees that predict the mean of their leaves' means. */
public final class ForestRegressor implements Regressor {
    private final TreeMean mean;
    private final OptionalDouble outOfBagShare;

    ForestRegressor(TreeMean mean, OptionalDouble outOfBagShare) {
        this.mean = mean;
        this.outOfBagShare = outOfBagShare;
    }

    public List<BinaryTree> trees() {
        return mean.trees();
    }

    /**
     * Returns the share of the variance of the training targets (R^2) that is explained by those trees alone that have not
     * seen the row. Empty where every tree has seen every row, or the targets are equal.
     */
    public OptionalDouble outOfBagShare() {
        return outOfBagShare;
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
