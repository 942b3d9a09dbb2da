package org.industrialmind.foundations.tree;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;

/** The mean of what several trees say of complete rows. */
final class TreeMean {
    private static final int BLOCK = 512; // rows that go through a tree together: their values stay in the cache

    private final int columns;
    private final List<BinaryTree> trees;

    TreeMean(int columns, List<BinaryTree> trees) {
        this.columns = columns;
        this.trees = List.copyOf(trees);
    }

    int columns() {
        return columns;
    }

    List<BinaryTree> trees() {
        return trees;
    }

    /** Returns the mean over the trees. Shape: [column] -> [output]. */
    double[] of(double[] row) {
        requireComplete(row, columns);
        double[] sums = new double[trees.getFirst().outputs()];
        add(sums, row, 0, 1);
        return scaled(sums);
    }

    /** Returns the means of rows. Shape: [row, column] -> [row x output]. */
    double[] of(Matrix rows) {
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(
                    "the rows have " + rows.columns() + " values: expected " + columns + ", as the rows learned from");
        }
        double[] table = rows.requireFinite().toArray();
        double[] sums = new double[rows.rows() * trees.getFirst().outputs()];
        int blocks = (rows.rows() + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks)
                .parallel()
                .forEach(b -> add(sums, table, b * BLOCK, Math.min(rows.rows(), (b + 1) * BLOCK)));
        return scaled(sums);
    }

    private void add(double[] sums, double[] table, int from, int to) {
        for (BinaryTree tree : trees) {
            for (int r = from; r < to; r++) {
                tree.addValues(tree.leaf(table, r * columns), sums, r * tree.outputs());
            }
        }
    }

    private double[] scaled(double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= trees.size();
        }
        return sums;
    }

    /** Returns how much the splits on each column have lowered the disorder, as shares that sum to 1; 0 without splits. */
    double[] gains() {
        double[] means = new double[columns];
        for (BinaryTree tree : trees) { // each tree has the same say, as each has in a prediction
            double[] ofTree = new double[columns];
            tree.addGains(ofTree);
            double all = Arrays.stream(ofTree).sum();
            for (int c = 0; c < columns; c++) {
                means[c] += all > 0 ? ofTree[c] / all : 0;
            }
        }
        double all = Arrays.stream(means).sum();
        for (int c = 0; c < columns; c++) {
            means[c] /= all > 0 ? all : 1;
        }
        return means;
    }

    static void requireComplete(double[] row, int columns) {
        if (row.length != columns) {
            throw new IllegalArgumentException(
                    "the row has " + row.length + " values: expected " + columns + ", as the rows learned from");
        }
        for (int c = 0; c < columns; c++) {
            if (!Double.isFinite(row[c])) {
                throw new IllegalArgumentException("column " + c + " is " + row[c]
                        + ": expected a finite number, these trees have learned no side for a missing one");
            }
        }
    }
}
