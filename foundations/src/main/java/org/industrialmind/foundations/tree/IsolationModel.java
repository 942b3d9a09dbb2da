package org.industrialmind.foundations.tree;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.outlier.OutlierModel;

/** Scores a row by how soon random cuts isolate it: near 1 at once, about 0.5 or less where it is one of many. */
public final class IsolationModel implements OutlierModel {
    private final TreeMean depths;
    private final double expected;

    IsolationModel(int columns, double expected, List<BinaryTree> trees) {
        depths = new TreeMean(columns, trees);
        this.expected = expected;
    }

    @Override
    public int columns() {
        return depths.columns();
    }

    @Override
    public double score(double[] row) {
        return score(depths.of(row)[0]);
    }

    /** Returns the score of each row. Shape: [row, column] -> [row]. */
    public double[] scores(Matrix rows) {
        double[] all = depths.of(rows);
        for (int r = 0; r < all.length; r++) {
            all[r] = score(all[r]);
        }
        return all;
    }

    /** Returns the trees; the number in a leaf is the depth at which its rows would be alone in the mean. */
    public List<BinaryTree> trees() {
        return depths.trees();
    }

    /** Returns the depth at which a search among as many rows as each tree was grown from ends in the mean. */
    public double usualDepth() {
        return expected;
    }

    private double score(double depth) {
        return Math.pow(2, -depth / expected);
    }
}
