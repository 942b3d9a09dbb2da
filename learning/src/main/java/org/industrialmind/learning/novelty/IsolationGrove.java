package org.industrialmind.learning.novelty;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.tree.BinaryTree;
import org.industrialmind.foundations.tree.IsolationForest;
import org.industrialmind.foundations.tree.IsolationModel;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Isolation trees that answer as though the row asked about had been among those they were grown from.
 *
 * <p>At each cut the least and the greatest value of the rows that came there are known. A row within them goes its way. A
 * row beyond would have widened the span that the cut was drawn from, and the cut would have parted it from all others with
 * the probability of falling between: (x - greatest) / (x - least). So it is alone here with that probability and goes on
 * with the rest, which makes an expected depth.
 */
final class IsolationGrove {
    private static final int LEAF = -1;
    private static final double LEAST = 1e-9; // levels below the first cut: nothing is that far out
    private static final int FIELDS = 5; // column, right child, threshold or depth of a leaf, least, greatest

    private final int[] roots;
    private final int[] columns; // of all trees, one after the other; LEAF for a leaf
    private final int[] rights;
    private final double[] thresholds; // of a leaf the depth at which its rows are alone in the mean
    private final double[] least;
    private final double[] greatest;
    private final double usualDepth;

    private IsolationGrove(double[] nodes, double usualDepth, int features) {
        int count = nodes.length / FIELDS;
        columns = new int[count];
        rights = new int[count];
        thresholds = new double[count];
        least = new double[count];
        greatest = new double[count];
        this.usualDepth = usualDepth;
        for (int n = 0; n < count; n++) {
            columns[n] = (int) nodes[n * FIELDS];
            rights[n] = (int) nodes[n * FIELDS + 1];
            thresholds[n] = nodes[n * FIELDS + 2];
            least[n] = nodes[n * FIELDS + 3];
            greatest[n] = nodes[n * FIELDS + 4];
        }
        roots = roots(features);
    }

    /** Finds where trees begin: behind the end of the one before. A tree ends where every right child is found. */
    private int[] roots(int features) {
        int[] found = new int[columns.length];
        int trees = 0;
        for (int n = 0; n < columns.length; trees++) {
            found[trees] = n;
            n = end(n, features);
        }
        return Arrays.copyOf(found, trees);
    }

    /** Returns the node behind a subtree; children must lie behind their parents, so every walk ends. */
    private int end(int root, int features) {
        int open = 1; // subtrees still to be read
        int n = root;
        while (open > 0) {
            boolean leaf = n < columns.length && columns[n] == LEAF;
            boolean inner = n < columns.length
                    && columns[n] >= 0
                    && columns[n] < features
                    && rights[n] > n + 1
                    && rights[n] < columns.length
                    && greatest[n] >= least[n];
            if ((!leaf && !inner) || (leaf && !(thresholds[n] > 0))) {
                throw new IllegalArgumentException("node " + n + " of " + columns.length
                        + " is no part of an isolation tree over " + features + " features");
            }
            open += leaf ? -1 : 1;
            n++;
        }
        return n;
    }

    /** Grows the trees. Shape: rows [row, feature]. */
    static IsolationGrove grow(IsolationForest forest, Matrix rows, long seed) {
        IsolationModel model = forest.fit(rows, seed);
        double[] table = rows.toArray();
        List<double[]> trees = model.trees().stream()
                .map(tree -> nodes(tree, table, rows.columns()))
                .toList();
        double[] all = new double[trees.stream().mapToInt(nodes -> nodes.length).sum()];
        int first = 0; // node of a tree among all
        for (double[] nodes : trees) {
            for (int n = 0; n < nodes.length; n += FIELDS) {
                nodes[n + 1] += first;
            }
            System.arraycopy(nodes, 0, all, first * FIELDS, nodes.length);
            first += nodes.length / FIELDS;
        }
        return new IsolationGrove(all, model.usualDepth(), rows.columns());
    }

    private static double[] nodes(BinaryTree tree, double[] table, int width) {
        double[] nodes = new double[tree.nodes() * FIELDS];
        for (int n = 0; n < tree.nodes(); n++) {
            boolean leaf = tree.isLeaf(n);
            nodes[n * FIELDS] = tree.column(n);
            nodes[n * FIELDS + 1] = leaf ? 0 : tree.right(n);
            nodes[n * FIELDS + 2] = leaf ? tree.value(n, 0) : tree.threshold(n);
            nodes[n * FIELDS + 3] = leaf ? 0 : tree.threshold(n); // widened below by the rows that come here
            nodes[n * FIELDS + 4] = leaf ? 0 : tree.threshold(n);
        }
        for (int row = 0; row < table.length; row += width) {
            int n = 0;
            while (!tree.isLeaf(n)) {
                double value = table[row + tree.column(n)];
                nodes[n * FIELDS + 3] = Math.min(nodes[n * FIELDS + 3], value);
                nodes[n * FIELDS + 4] = Math.max(nodes[n * FIELDS + 4], value);
                n = tree.goesLeft(n, value) ? tree.left(n) : tree.right(n);
            }
        }
        return nodes;
    }

    /**
     * Returns how much sooner than usual the row is alone, in units of what is left to the first cut: 0 for a usual row.
     * Beyond the edge of all rows it grows with the distance, for the first cut then fails to part the row with a
     * probability of range over distance.
     */
    double strangeness(double[] row) {
        double depth = depth(row);
        return Math.max(0, usualDepth - depth) / Math.max(depth - 1, LEAST);
    }

    /** Returns the depth at which the row is expected to be alone, in the mean over the trees. */
    double depth(double[] row) {
        double sum = 0;
        for (int root : roots) {
            sum += depth(root, row);
        }
        return sum / roots.length;
    }

    private double depth(int root, double[] row) {
        double depth = 0;
        double here = 1; // probability of not being alone yet
        int n = root;
        for (int level = 1; columns[n] != LEAF; level++) {
            double x = row[columns[n]];
            if (x > greatest[n] || x < least[n]) {
                double alone =
                        x > greatest[n] ? (x - greatest[n]) / (x - least[n]) : (least[n] - x) / (greatest[n] - x);
                depth += here * alone * level;
                here *= 1 - alone;
            }
            n = x <= thresholds[n] ? n + 1 : rights[n];
        }
        return depth + here * thresholds[n];
    }

    void keep(String name, Map<String, Tensor> tensors) {
        double[] nodes = new double[columns.length * FIELDS];
        for (int n = 0; n < columns.length; n++) {
            nodes[n * FIELDS] = columns[n];
            nodes[n * FIELDS + 1] = rights[n];
            nodes[n * FIELDS + 2] = thresholds[n];
            nodes[n * FIELDS + 3] = least[n];
            nodes[n * FIELDS + 4] = greatest[n];
        }
        tensors.put(name, Tensor.of(nodes, columns.length, FIELDS));
        tensors.put(name + "/usual_depth", Tensor.of(new double[] {usualDepth}, 1));
    }

    /** @throws IllegalArgumentException if the tensors are no isolation trees over so many features */
    static IsolationGrove restore(String name, int features, NamedTensors tensors) {
        double[] nodes = tensors.doubles(name, NamedTensors.ANY, FIELDS);
        if (nodes.length == 0) {
            throw new IllegalArgumentException("tensor " + name + " is empty: expected at least one tree");
        }
        return new IsolationGrove(nodes, tensors.positive(name + "/usual_depth"), features);
    }
}
