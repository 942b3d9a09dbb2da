package org.industrialmind.foundations.boosting;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.tree.BinaryTree;

/**
 * The trees of a boosted model and the scores they start from: a raw score is the baseline plus one leaf of each tree.
 *
 * <p>In every round there is a tree for each output: one for a number or for two classes (whose raw score is the log odds of
 * the second), one for each class of more.
 */
public final class BoostedTrees {
    private static final int BLOCK = 256; // rows that go through a tree together: their values stay in the cache

    private final int columns;
    private final double[] baselines;
    private final List<List<BinaryTree>> rounds;

    BoostedTrees(int columns, double[] baselines, List<List<BinaryTree>> rounds) {
        this.columns = columns;
        this.baselines = baselines;
        this.rounds = List.copyOf(rounds);
    }

    /**
     * Takes the trees of a model of one output as they were kept.
     *
     * @param columns of the rows they ask
     * @param baseline the raw score before any tree
     * @param trees one of each round, with one number in a leaf
     * @throws IllegalArgumentException if a tree asks a column that there is not, or the baseline is not finite
     */
    public static BoostedTrees of(int columns, double baseline, List<BinaryTree> trees) {
        if (!Double.isFinite(baseline)) {
            throw new IllegalArgumentException("a baseline of " + baseline + ": expected a finite number");
        }
        for (BinaryTree tree : trees) {
            for (int node = 0; node < tree.nodes(); node++) {
                if (tree.column(node) >= columns || tree.outputs() != 1) {
                    throw new IllegalArgumentException("node " + node + " of a tree asks column " + tree.column(node)
                            + " for " + tree.outputs() + " outputs: expected one of " + columns + ", for one");
                }
            }
        }
        return new BoostedTrees(
                columns, new double[] {baseline}, trees.stream().map(List::of).toList());
    }

    public int columns() {
        return columns;
    }

    public int outputs() {
        return baselines.length;
    }

    public int rounds() {
        return rounds.size();
    }

    /** Returns the raw score of an output before any tree. */
    public double baseline(int output) {
        return baselines[output];
    }

    public BinaryTree tree(int round, int output) {
        return rounds.get(round).get(output);
    }

    /** Returns the raw scores of a row. Shape: [column] -> [output]. */
    public double[] raw(double[] row) {
        if (row.length != columns) {
            throw new IllegalArgumentException(
                    "the row has " + row.length + " values: expected " + columns + ", as the rows learned from");
        }
        double[] raw = baselines.clone();
        for (List<BinaryTree> round : rounds) {
            for (int k = 0; k < raw.length; k++) {
                BinaryTree tree = round.get(k);
                raw[k] += tree.value(tree.leaf(row), 0);
            }
        }
        return raw;
    }

    /** Returns the raw scores of rows. Shape: [row, column] -> [output][row]. */
    public double[][] raw(Matrix rows) {
        double[] table = table(rows);
        double[][] raw = start(rows.rows());
        RowBlocks.each(rows.rows(), (from, to) -> {
            for (int low = from; low < to; low += BLOCK) {
                for (List<BinaryTree> round : rounds) {
                    add(raw, round, table, low, Math.min(to, low + BLOCK));
                }
            }
        });
        return raw;
    }

    /** Hands out the raw scores of rows after each round; the array is the same each time. Shape: [output][row]. */
    void staged(Matrix rows, Consumer<double[][]> stages) {
        double[] table = table(rows);
        double[][] raw = start(rows.rows());
        for (List<BinaryTree> round : rounds) {
            RowBlocks.each(rows.rows(), (from, to) -> add(raw, round, table, from, to));
            stages.accept(raw);
        }
    }

    private void add(double[][] raw, List<BinaryTree> round, double[] table, int from, int to) {
        for (int k = 0; k < raw.length; k++) {
            round.get(k).addTo(raw[k], table, columns, from, to);
        }
    }

    private double[][] start(int rows) {
        double[][] raw = new double[baselines.length][rows];
        for (int k = 0; k < raw.length; k++) {
            Arrays.fill(raw[k], baselines[k]);
        }
        return raw;
    }

    private double[] table(Matrix rows) {
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(
                    "the rows have " + rows.columns() + " values: expected " + columns + ", as the rows learned from");
        }
        return rows.toArray();
    }

    /** Returns how much the splits on each column have lowered the loss, as shares that sum to 1. Shape: [column]. */
    public double[] gains() {
        double[] sums = new double[columns];
        rounds.forEach(round -> round.forEach(tree -> tree.addGains(sums)));
        return shares(sums);
    }

    /** Returns how many rows the splits on each column have parted, as shares that sum to 1. Shape: [column]. */
    public double[] covers() {
        double[] sums = new double[columns];
        rounds.forEach(round -> round.forEach(tree -> tree.addCovers(sums)));
        return shares(sums);
    }

    /** All 0 where no tree has split. */
    private static double[] shares(double[] sums) {
        double all = Arrays.stream(sums).sum();
        for (int c = 0; c < sums.length; c++) {
            sums[c] /= all > 0 ? all : 1;
        }
        return sums;
    }
}
