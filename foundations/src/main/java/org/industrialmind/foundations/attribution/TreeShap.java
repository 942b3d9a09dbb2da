package org.industrialmind.foundations.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.boosting.BoostedClassifier;
import org.industrialmind.foundations.boosting.BoostedRegressor;
import org.industrialmind.foundations.boosting.BoostedTrees;
import org.industrialmind.foundations.tree.BinaryTree;
import org.industrialmind.foundations.tree.ForestClassifier;
import org.industrialmind.foundations.tree.ForestRegressor;
import org.industrialmind.foundations.tree.TreeClassifier;
import org.industrialmind.foundations.tree.TreeRegressor;

/**
 * The Shapley values of a prediction of trees, exactly: what each column adds to the mean prediction, averaged over all
 * orders in which the columns might become known.
 *
 * <p>While a column is unknown, a node that asks it sends the row both ways, by the shares of the training rows that went
 * there ("path dependent" [1]). A leaf is reached with a weight that is a product over the columns of its path, one factor if
 * the column is known, another if not; so the sum over the 2^columns sets becomes, for each leaf, a polynomial in the number
 * of known columns of its path, which is extended by a factor at each node and has one divided out again for each column at
 * the leaf. A column asked twice on a path is one factor: its old one is divided out first.
 *
 * <p>The values of a row sum to its prediction less the expectation. What is explained is the raw score: of two boosted
 * classes the log odds, of more the logits, of Poisson targets the logarithm; of forests and single trees the shares or
 * the mean themselves. A column that stands in for another, correlated one shares its credit by what the trees happened to
 * ask; that is the price of reading the model as it is, without asking for rows that never were.
 *
 * <p>Shape: row [column] -> [output, column]. Complexity: O(trees x leaves x depth^2) for a row.
 *
 * @see "[1] Lundberg, Erion and Lee 2018, Consistent individualized feature attribution for tree ensembles, arXiv:1802.03888,
 *     algorithm 2"
 */
public final class TreeShap {
    private final int columns;
    private final double[] expectations;
    private final List<Term> terms;

    /** A tree whose outputs, times a weight, are added to the outputs of the whole from one on. */
    private record Term(BinaryTree tree, int firstOutput, double weight) {}

    private TreeShap(int columns, double[] baselines, List<Term> terms) {
        this.columns = columns;
        this.terms = terms;
        expectations = baselines.clone();
        for (Term term : terms) {
            double[] ofTree = term.tree.expectation();
            for (int k = 0; k < ofTree.length; k++) {
                expectations[term.firstOutput + k] += term.weight * ofTree[k];
            }
        }
    }

    public static TreeShap of(BoostedRegressor model) {
        return of(model.trees());
    }

    public static TreeShap of(BoostedClassifier model) {
        return of(model.trees());
    }

    public static TreeShap of(TreeRegressor model) {
        return of(model.columns(), List.of(model.tree()));
    }

    public static TreeShap of(TreeClassifier model) {
        return of(model.columns(), List.of(model.tree()));
    }

    public static TreeShap of(ForestRegressor model) {
        return of(model.columns(), model.trees());
    }

    public static TreeShap of(ForestClassifier model) {
        return of(model.columns(), model.trees());
    }

    private static TreeShap of(BoostedTrees trees) {
        List<Term> terms = new ArrayList<>();
        double[] baselines = new double[trees.outputs()];
        for (int k = 0; k < baselines.length; k++) {
            baselines[k] = trees.baseline(k);
            for (int t = 0; t < trees.rounds(); t++) {
                terms.add(new Term(trees.tree(t, k), k, 1));
            }
        }
        return new TreeShap(trees.columns(), baselines, terms);
    }

    private static TreeShap of(int columns, List<BinaryTree> trees) {
        double weight = 1.0 / trees.size();
        return new TreeShap(
                columns,
                new double[trees.getFirst().outputs()],
                trees.stream().map(tree -> new Term(tree, 0, weight)).toList());
    }

    public int columns() {
        return columns;
    }

    public int outputs() {
        return expectations.length;
    }

    /** Returns the mean prediction of an output over the training rows of each tree. */
    public double expectation(int output) {
        return expectations[output];
    }

    /**
     * Returns what each column adds to each output. Shape: [column] -> [output, column].
     *
     * @throws IllegalArgumentException if the row has another number of values
     */
    public Matrix values(double[] row) {
        if (row.length != columns) {
            throw new IllegalArgumentException(
                    "the row has " + row.length + " values: expected " + columns + ", as the rows learned from");
        }
        double[] values = new double[outputs() * columns];
        for (Term term : terms) {
            new Walk(term, row, columns, values).node(0, 0, 0, 1, 1, -1);
        }
        return Matrix.of(outputs(), columns, values);
    }

    /** Returns what each column adds to one output of each row. Shape: [row, column] -> [row, column]. */
    public Matrix values(Matrix rows, int output) {
        double[][] all = new double[rows.rows()][];
        IntStream.range(0, all.length)
                .parallel()
                .forEach(r -> all[r] = values(rows.row(r)).row(output));
        return Matrix.ofRows(all);
    }

    /** A walk through all leaves of a tree, with the path so far as a polynomial. */
    private static final class Walk {
        private final Term term;
        private final BinaryTree tree;
        private final double[] row;
        private final int width;
        private final double[] values;
        private final int[]
                asked; // the column of each element of the path; the paths of a node's ancestors come before
        private final double[] unknown; // the share that comes through while the column is unknown
        private final double[] known; // 1 where the row itself comes through, else 0
        private final double[] weights; // of the sets with 0, 1, 2 ... of the path's columns known

        Walk(Term term, double[] row, int width, double[] values) {
            this.term = term;
            this.row = row;
            this.width = width;
            this.values = values;
            tree = term.tree;
            int most = tree.depth() + 2;
            int room = most * (most + 1) / 2 + most;
            asked = new int[room];
            unknown = new double[room];
            known = new double[room];
            weights = new double[room];
        }

        /**
         * Visits a node and all below.
         *
         * @param base where its path begins
         * @param length how many elements its parent's path has
         */
        void node(int node, int base, int length, double comesUnknown, double comesKnown, int column) {
            extend(base, length, comesUnknown, comesKnown, column);
            if (tree.isLeaf(node)) {
                leaf(node, base, length);
                return;
            }
            int split = tree.column(node);
            boolean left = tree.goesLeft(node, row[split]);
            int hot = left ? tree.left(node) : tree.right(node);
            int cold = left ? tree.right(node) : tree.left(node);
            double beforeUnknown = 1;
            double beforeKnown = 1;
            int kept = length;
            for (int i = 1; i <= length; i++) {
                if (asked[base + i] == split) {
                    beforeUnknown = unknown[base + i];
                    beforeKnown = known[base + i];
                    unwind(base, length, i);
                    kept = length - 1;
                    break;
                }
            }
            child(hot, node, base, kept, beforeUnknown, beforeKnown, split);
            child(cold, node, base, kept, beforeUnknown, 0, split);
        }

        private void child(
                int child, int node, int base, int length, double beforeUnknown, double comesKnown, int split) {
            int next = base + length + 1; // a copy: the sibling needs the path as it is
            System.arraycopy(asked, base, asked, next, length + 1);
            System.arraycopy(unknown, base, unknown, next, length + 1);
            System.arraycopy(known, base, known, next, length + 1);
            System.arraycopy(weights, base, weights, next, length + 1);
            double share = tree.cover(child) / tree.cover(node);
            node(child, next, length + 1, beforeUnknown * share, comesKnown, split);
        }

        private void extend(int base, int length, double comesUnknown, double comesKnown, int column) {
            asked[base + length] = column;
            unknown[base + length] = comesUnknown;
            known[base + length] = comesKnown;
            weights[base + length] = length == 0 ? 1 : 0;
            for (int i = length - 1; i >= 0; i--) {
                weights[base + i + 1] += comesKnown * weights[base + i] * (i + 1) / (length + 1);
                weights[base + i] = comesUnknown * weights[base + i] * (length - i) / (length + 1);
            }
        }

        /** Divides out element i of a path whose last element is {@code length}. */
        private void unwind(int base, int length, int i) {
            double one = known[base + i];
            double zero = unknown[base + i];
            double next = weights[base + length];
            for (int j = length - 1; j >= 0; j--) {
                if (one != 0) {
                    double before = weights[base + j];
                    weights[base + j] = next * (length + 1) / ((j + 1) * one);
                    next = before - weights[base + j] * zero * (length - j) / (length + 1);
                } else {
                    weights[base + j] = weights[base + j] * (length + 1) / (zero * (length - j));
                }
            }
            for (int j = i; j < length; j++) {
                asked[base + j] = asked[base + j + 1];
                unknown[base + j] = unknown[base + j + 1];
                known[base + j] = known[base + j + 1];
            }
        }

        /** Returns the sum of the weights with element i divided out, without touching them. */
        private double unwoundSum(int base, int length, int i) {
            double one = known[base + i];
            double zero = unknown[base + i];
            double next = weights[base + length];
            double sum = 0;
            for (int j = length - 1; j >= 0; j--) {
                if (one != 0) {
                    double divided = next * (length + 1) / ((j + 1) * one);
                    sum += divided;
                    next = weights[base + j] - divided * zero * (length - j) / (length + 1);
                } else {
                    sum += weights[base + j] * (length + 1) / (zero * (length - j));
                }
            }
            return sum;
        }

        private void leaf(int node, int base, int length) {
            for (int i = 1; i <= length; i++) {
                double share = unwoundSum(base, length, i) * (known[base + i] - unknown[base + i]) * term.weight;
                for (int k = 0; k < tree.outputs(); k++) {
                    values[(term.firstOutput + k) * width + asked[base + i]] += share * tree.value(node, k);
                }
            }
        }
    }
}
