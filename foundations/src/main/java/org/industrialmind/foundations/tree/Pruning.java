package org.industrialmind.foundations.tree;

/**
 * Cost-complexity pruning: of all subtrees with the same root, the one of least disorder plus a price for each leaf, and of
 * equals the smallest.
 *
 * <p>A node keeps its children only where they cost less than it would as a leaf. Children come after their parents, so one
 * pass from the last node to the first decides for all: O(nodes), where cutting the weakest link again and again [1] comes to
 * the same tree.
 *
 * @see "[1] Breiman, Friedman, Olshen and Stone 1984, Classification and Regression Trees, section 3.3"
 */
final class Pruning {
    private Pruning() {}

    /**
     * Returns the pruned tree.
     *
     * @param disorders weight times impurity of each node
     * @param price of a leaf, as a share of the weight of all rows
     */
    static BinaryTree prune(BinaryTree tree, double[] disorders, double price) {
        double ofLeaf = price * tree.cover(0);
        double[] costs = new double[tree.nodes()];
        boolean[] leaf = new boolean[tree.nodes()];
        for (int node = tree.nodes() - 1; node >= 0; node--) {
            double alone = disorders[node] + ofLeaf;
            double grown =
                    tree.isLeaf(node) ? Double.POSITIVE_INFINITY : costs[tree.left(node)] + costs[tree.right(node)];
            leaf[node] = alone <= grown;
            costs[node] = Math.min(alone, grown);
        }
        return copy(tree, leaf);
    }

    private static BinaryTree copy(BinaryTree tree, boolean[] leaf) {
        BinaryTree.Builder builder = new BinaryTree.Builder(tree.outputs());
        int[] rightOf = new int[tree.nodes()]; // the copied parent, one higher, of a right child; 0 for others
        boolean[] kept = new boolean[tree.nodes()];
        kept[0] = true;
        for (int node = 0; node < tree.nodes(); node++) {
            if (!kept[node]) {
                continue;
            }
            if (rightOf[node] > 0) {
                builder.right(rightOf[node] - 1);
            }
            double[] value = tree.values(node);
            if (leaf[node]) {
                builder.leaf(tree.cover(node), value);
                continue;
            }
            int copied =
                    builder.split(tree.column(node), tree.threshold(node), false, tree.cover(node), tree.gain(node));
            builder.value(copied, value);
            kept[tree.left(node)] = true;
            kept[tree.right(node)] = true;
            rightOf[tree.right(node)] = copied + 1;
        }
        return builder.build();
    }
}
