package org.industrialmind.foundations.tree;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * Isolation forest: trees that cut columns at random, in which an unusual row is soon alone.
 *
 * <p>Each tree takes a few rows and cuts a column drawn at random, anywhere between its least and greatest value, until a
 * row is alone or the tree is as deep as a balanced one. The score is 2 to the power of minus the mean depth over c(n), the
 * mean depth of an unsuccessful search in a binary tree of n rows [1]: near 1 for a row isolated at once, below 0.5 for a
 * row like the others.
 *
 * <p>The trade: no distance, no scaling and time linear in the rows; 256 rows for a tree are enough, and more swamp small
 * groups of outliers. Cuts are parallel to the axes, so a row that is odd only in its combination of columns stays hidden
 * for longer.
 *
 * <p>Complexity: O(trees x sample log sample) to learn and O(trees log sample) for a row. Missing values are refused.
 *
 * @param trees at least 1
 * @param sample the rows of a tree, drawn without replacement, at least 2; all where there are fewer
 * @see "[1] Liu, Ting and Zhou 2008, Isolation forest, ICDM"
 */
public record IsolationForest(int trees, int sample) {
    public IsolationForest {
        Settings.require(trees >= 1, "trees", trees, "at least 1");
        Settings.require(sample >= 2, "sample", sample, "at least 2");
    }

    /** Returns 100 trees of 256 rows. */
    public static IsolationForest defaults() {
        return new IsolationForest(100, 256);
    }

    /** @throws IllegalArgumentException if a value is missing, or there is only one row */
    public IsolationModel fit(Matrix rows, long seed) {
        rows.requireFinite();
        if (rows.rows() < 2) {
            throw new IllegalArgumentException("1 row cannot be isolated from others: expected at least 2");
        }
        RankedColumns table = new RankedColumns(rows);
        int drawn = Math.min(sample, rows.rows());
        long[] seeds = new SplittableRandom(seed).longs(trees).toArray();
        List<BinaryTree> grown = IntStream.range(0, trees)
                .parallel()
                .mapToObj(t -> grow(table, drawn, seeds[t]))
                .toList();
        return new IsolationModel(rows.columns(), meanDepth(drawn), grown);
    }

    private static BinaryTree grow(RankedColumns table, int drawn, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int deepest = 32 - Integer.numberOfLeadingZeros(drawn - 1); // log2, rounded up
        IsolationResponse response = new IsolationResponse();
        TreeLimits limits = TreeLimits.none().withDepth(Math.max(1, deepest));
        CartGrower grower = new CartGrower(table, response, limits, 1, CartGrower.Cut.RANDOM, random.nextLong());
        return withDepths(grower.grow(draw(table.rows(), drawn, random)).tree());
    }

    private static int[] draw(int rows, int wanted, SplittableRandom random) {
        int[] all = IntStream.range(0, rows).toArray();
        int[] drawn = new int[wanted];
        for (int i = 0; i < wanted; i++) {
            int other = i + random.nextInt(rows - i);
            drawn[i] = all[other];
            all[other] = all[i];
        }
        return drawn;
    }

    /** Gives each leaf the depth at which its rows would be alone in the mean. */
    private static BinaryTree withDepths(BinaryTree tree) {
        BinaryTree.Builder builder = new BinaryTree.Builder(1);
        double[] depths = new double[tree.nodes()];
        int[] rightOf = new int[tree.nodes()];
        for (int node = 0; node < tree.nodes(); node++) {
            if (rightOf[node] > 0) {
                builder.right(rightOf[node] - 1);
            }
            if (tree.isLeaf(node)) {
                builder.leaf(tree.cover(node), depths[node] + meanDepth((int) tree.cover(node)));
                continue;
            }
            builder.split(tree.column(node), tree.threshold(node), false, tree.cover(node), 0);
            depths[tree.left(node)] = depths[node] + 1;
            depths[tree.right(node)] = depths[node] + 1;
            rightOf[tree.right(node)] = node + 1;
        }
        return builder.build();
    }

    /** Returns c(n) of [1]: the mean depth at which a search in a binary tree of n random keys fails. */
    static double meanDepth(int rows) {
        if (rows < 2) {
            return 0;
        }
        if (rows == 2) {
            return 1;
        }
        double eulersConstant = 0.57721566490153286;
        return 2 * (Math.log(rows - 1.0) + eulersConstant) - 2 * (rows - 1.0) / rows;
    }

    public IsolationForest withTrees(int count) {
        return new IsolationForest(count, sample);
    }

    public IsolationForest withSample(int rows) {
        return new IsolationForest(trees, rows);
    }
}
