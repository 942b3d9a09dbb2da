package org.industrialmind.foundations.tree;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A grown tree, laid out for reading: every inner node asks one column and goes left or right, every leaf holds numbers.
 *
 * <p>Nodes are numbered in preorder, the root is 0 and a left child follows its parent, so that a walk down the left
 * touches neighbouring memory and no left link is stored. A number goes left if it is at most the threshold. A category
 * goes left if the node lists it. Whatever the node cannot answer, a missing value or a category never seen, takes the
 * node's default side. Immutable and safe to share between threads.
 */
public final class BinaryTree {
    private static final int LEAF = -1;

    private final int outputs;
    private final int[] columns; // LEAF where the node is one
    private final double[] thresholds; // NaN where the node asks for a category
    private final int[] rights;
    private final boolean[] defaultsLeft;
    private final @Nullable Categories[] categories;
    private final double[] values; // [node, output]
    private final double[] covers;
    private final double[] gains;

    private BinaryTree(Builder built) {
        int n = built.nodes;
        outputs = built.outputs;
        columns = Arrays.copyOf(built.columns, n);
        thresholds = Arrays.copyOf(built.thresholds, n);
        rights = Arrays.copyOf(built.rights, n);
        defaultsLeft = Arrays.copyOf(built.defaultsLeft, n);
        categories = Arrays.copyOf(built.categories, n);
        values = Arrays.copyOf(built.values, n * outputs);
        covers = Arrays.copyOf(built.covers, n);
        gains = Arrays.copyOf(built.gains, n);
    }

    /** The categories a node knows, ascending, and a bit for each that goes left. */
    private record Categories(Known known, Bits left) {
        boolean goesLeft(double value, boolean otherwise) {
            int position = (int) value; // categories are often numbered from 0
            if (position < 0 || position >= known.values.length || known.values[position] != value) {
                position = Arrays.binarySearch(known.values, value + 0.0); // -0.0 becomes 0.0
            }
            return position < 0 ? otherwise : (left.words[position >> 6] >>> (position & 63) & 1) != 0;
        }
    }

    private static final class Known {
        private final double[] values;

        Known(double[] values) {
            this.values = values;
        }
    }

    private static final class Bits {
        private final long[] words;

        Bits(long[] words) {
            this.words = words;
        }
    }

    /** Returns how many nodes there are, leaves included. */
    public int nodes() {
        return columns.length;
    }

    /** Returns how many numbers a leaf holds. */
    public int outputs() {
        return outputs;
    }

    public int leaves() {
        return (columns.length + 1) / 2;
    }

    public boolean isLeaf(int node) {
        return columns[node] == LEAF;
    }

    /** Returns the column an inner node asks; -1 for a leaf. */
    public int column(int node) {
        return columns[node];
    }

    /** Returns the largest number that goes left; NaN for a leaf and for a node that asks for a category. */
    public double threshold(int node) {
        return thresholds[node];
    }

    public int left(int node) {
        return node + 1;
    }

    public int right(int node) {
        return rights[node];
    }

    /** Returns the number or weight of the rows that reached the node in training. */
    public double cover(int node) {
        return covers[node];
    }

    /** Returns what the split of an inner node gained in the measure of the method that grew it; 0 for a leaf. */
    public double gain(int node) {
        return gains[node];
    }

    public double value(int node, int output) {
        return values[node * outputs + output];
    }

    /** Returns all numbers of a node; a copy. Shape: [output]. */
    public double[] values(int node) {
        return Arrays.copyOfRange(values, node * outputs, (node + 1) * outputs);
    }

    /** Returns whether a value goes left at an inner node. */
    public boolean goesLeft(int node, double value) {
        double threshold = thresholds[node];
        if (value <= threshold) {
            return true;
        }
        return !(value > threshold) && unordered(node, value);
    }

    /** Tells the side of what no threshold orders: a missing value, or any value where the node asks for a category. */
    private boolean unordered(int node, double value) {
        @Nullable Categories asked = categories[node];
        return asked == null ? defaultsLeft[node] : asked.goesLeft(value, defaultsLeft[node]);
    }

    /** Returns the leaf that a row falls into. */
    public int leaf(double[] row) {
        return leaf(row, 0);
    }

    /** Returns the leaf that a row falls into; the row begins at a position of a longer array. */
    public int leaf(double[] table, int from) {
        int node = 0;
        int column = columns[0];
        while (column >= 0) {
            node = goesLeft(node, table[from + column]) ? node + 1 : rights[node];
            column = columns[node];
        }
        return node;
    }

    /** Adds the first number of the leaf that each row falls into. Shape: table [row, column], sums [row]. */
    public void addTo(double[] sums, double[] table, int width, int fromRow, int toRow) {
        for (int r = fromRow; r < toRow; r++) {
            sums[r] += values[leaf(table, r * width) * outputs];
        }
    }

    /** Adds the numbers of a node to those that begin at a position of an array. */
    void addValues(int node, double[] sums, int at) {
        for (int k = 0; k < outputs; k++) {
            sums[at + k] += values[node * outputs + k];
        }
    }

    /** Returns the number of edges from the root to the farthest leaf. */
    public int depth() {
        int[] depths = new int[columns.length];
        int deepest = 0;
        for (int node = 0; node < columns.length; node++) { // parents come before their children
            deepest = Math.max(deepest, depths[node]);
            if (!isLeaf(node)) {
                depths[left(node)] = depths[node] + 1;
                depths[right(node)] = depths[node] + 1;
            }
        }
        return deepest;
    }

    /** Returns the mean value over the training rows. Shape: [output]. */
    public double[] expectation() {
        double[] sums = new double[outputs];
        for (int node = 0; node < columns.length; node++) {
            if (isLeaf(node)) {
                for (int k = 0; k < outputs; k++) {
                    sums[k] += covers[node] / covers[0] * value(node, k);
                }
            }
        }
        return sums;
    }

    /** Adds each node's gain to its column. */
    public void addGains(double[] perColumn) {
        for (int node = 0; node < columns.length; node++) {
            if (!isLeaf(node)) {
                perColumn[columns[node]] += gains[node];
            }
        }
    }

    /** Adds the weight of the rows that each node divided to its column. */
    public void addCovers(double[] perColumn) {
        for (int node = 0; node < columns.length; node++) {
            if (!isLeaf(node)) {
                perColumn[columns[node]] += covers[node];
            }
        }
    }

    @Override
    public String toString() {
        return "BinaryTree[leaves=" + leaves() + ", depth=" + depth() + "]";
    }

    /** Takes the nodes of a tree in preorder: a split, its left subtree, {@link #right}, its right subtree. */
    public static final class Builder {
        private final int outputs;
        private int nodes;
        private int[] columns = new int[15];
        private double[] thresholds = new double[15];
        private int[] rights = new int[15];
        private boolean[] defaultsLeft = new boolean[15];
        private @Nullable Categories[] categories = new @Nullable Categories[15];
        private double[] values;
        private double[] covers = new double[15];
        private double[] gains = new double[15];

        public Builder(int outputs) {
            this.outputs = outputs;
            values = new double[15 * outputs];
        }

        /** Adds a node that sends numbers up to a threshold to the left; returns the node. */
        public int split(int column, double threshold, boolean defaultLeft, double cover, double gain) {
            int node = next(column, cover);
            thresholds[node] = threshold;
            defaultsLeft[node] = defaultLeft;
            gains[node] = gain;
            return node;
        }

        /**
         * Adds a node that sends some categories to the left; returns the node.
         *
         * @param known all categories seen in training, ascending
         * @param left bit i of word i / 64 is set where category known[i] goes left
         */
        public int categories(int column, double[] known, long[] left, boolean defaultLeft, double cover, double gain) {
            int node = split(column, Double.NaN, defaultLeft, cover, gain);
            categories[node] = new Categories(new Known(known), new Bits(left));
            return node;
        }

        /** Says that the left subtree of a node is complete: the next node is its right child. */
        public void right(int node) {
            rights[node] = nodes;
        }

        /** Adds a leaf; returns the node. */
        public int leaf(double cover, double... value) {
            int node = next(LEAF, cover);
            thresholds[node] = Double.NaN;
            value(node, value);
            return node;
        }

        /** Gives a node its numbers, which a leaf has from the start. */
        public void value(int node, double... value) {
            System.arraycopy(value, 0, values, node * outputs, outputs);
        }

        private int next(int column, double cover) {
            if (nodes == columns.length) {
                int room = 2 * nodes;
                columns = Arrays.copyOf(columns, room);
                thresholds = Arrays.copyOf(thresholds, room);
                rights = Arrays.copyOf(rights, room);
                defaultsLeft = Arrays.copyOf(defaultsLeft, room);
                categories = Arrays.copyOf(categories, room);
                values = Arrays.copyOf(values, room * outputs);
                covers = Arrays.copyOf(covers, room);
                gains = Arrays.copyOf(gains, room);
            }
            columns[nodes] = column;
            covers[nodes] = cover;
            return nodes++;
        }

        public BinaryTree build() {
            return new BinaryTree(this);
        }
    }
}
