package org.industrialmind.learning.prognosis.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.boosting.BoostedTrees;
import org.industrialmind.foundations.tree.BinaryTree;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Boosted trees that give one number, as a table of nodes: tree after tree, each in preorder, so that no link is kept. What
 * follows a leaf is the right child of the last split that still waits for it, and where none waits the tree is complete.
 *
 * <p>Shape: [node, field]: the column it asks or -1 for a leaf, the threshold of a split or the number of a leaf, 1 where a
 * missing value goes left, its cover, its gain.
 */
final class TreeTensors {
    private static final String NODES = ".nodes";
    private static final String BASELINE = ".baseline";
    private static final int FIELDS = 5;
    private static final int LEAF = -1;

    private TreeTensors() {}

    static void keep(String name, BoostedTrees trees, Map<String, Tensor> into) {
        List<BinaryTree> all = new ArrayList<>();
        for (int round = 0; round < trees.rounds(); round++) {
            all.add(trees.tree(round, 0));
        }
        double[] nodes = new double[all.stream().mapToInt(BinaryTree::nodes).sum() * FIELDS];
        int at = 0;
        for (BinaryTree tree : all) {
            for (int node = 0; node < tree.nodes(); node++) {
                boolean leaf = tree.isLeaf(node);
                nodes[at++] = tree.column(node);
                nodes[at++] = leaf ? tree.value(node, 0) : tree.threshold(node);
                nodes[at++] = !leaf && tree.goesLeft(node, Double.NaN) ? 1 : 0;
                nodes[at++] = tree.cover(node);
                nodes[at++] = tree.gain(node);
            }
        }
        into.put(name + NODES, Tensor.of(nodes, nodes.length / FIELDS, FIELDS));
        into.put(name + BASELINE, Tensor.row(trees.baseline(0)));
    }

    /** @throws IllegalArgumentException if the tensors are no trees over so many columns */
    static BoostedTrees read(String name, int columns, NamedTensors tensors) {
        double[] nodes = tensors.doubles(name + NODES, NamedTensors.ANY, FIELDS);
        List<BinaryTree> trees = new ArrayList<>();
        Deque<Integer> waiting = new ArrayDeque<>(); // splits whose right child is still to come
        BinaryTree.Builder tree = new BinaryTree.Builder(1);
        boolean whole = true;
        for (int at = 0; at < nodes.length; at += FIELDS) {
            whole = nodes[at] == LEAF && waiting.isEmpty();
            if (nodes[at] != LEAF) {
                int column = column(nodes[at], name, columns);
                boolean left = left(nodes[at + 2], name);
                waiting.push(
                        tree.split(column, nodes[at + 1], left, cover(nodes[at + 3], name), gain(nodes[at + 4], name)));
                continue;
            }
            tree.leaf(cover(nodes[at + 3], name), nodes[at + 1]);
            if (whole) {
                trees.add(tree.build());
                tree = new BinaryTree.Builder(1);
            } else {
                tree.right(waiting.pop());
            }
        }
        if (!whole) {
            throw new IllegalArgumentException(
                    "the last tree of " + name + " ends where a child is to come: expected whole trees");
        }
        return BoostedTrees.of(columns, tensors.doubles(name + BASELINE, 1)[0], trees);
    }

    private static boolean left(double flag, String name) {
        if (flag != 0 && flag != 1) {
            throw new IllegalArgumentException("a split of " + name + " sends what is missing to " + flag
                    + ": expected 1 for its left, or 0 for its right");
        }
        return flag == 1;
    }

    private static double cover(double cover, String name) {
        if (!(cover > 0)) {
            throw new IllegalArgumentException(
                    "a node of " + name + " has the cover " + cover + ": expected more than 0");
        }
        return cover;
    }

    private static double gain(double gain, String name) {
        if (!(gain >= 0)) {
            throw new IllegalArgumentException("a split of " + name + " gained " + gain + ": expected a gain from 0");
        }
        return gain;
    }

    private static int column(double value, String name, int columns) {
        if (value != Math.rint(value) || value < 0 || value >= columns) {
            throw new IllegalArgumentException("a node of " + name + " asks column " + value + ": expected one of "
                    + columns + ", or -1 for a leaf");
        }
        return (int) value;
    }
}
