package org.industrialmind.foundations.tree;

/**
 * Where a tree stops to split.
 *
 * @param depth the most edges from root to leaf, at least 1
 * @param rowsPerSplit the fewest rows of a node that is split, at least 2
 * @param rowsPerLeaf the fewest rows of a leaf, at least 1
 */
public record TreeLimits(int depth, int rowsPerSplit, int rowsPerLeaf) {
    public TreeLimits {
        Settings.require(depth >= 1, "depth", depth, "at least 1");
        Settings.require(rowsPerSplit >= 2, "rowsPerSplit", rowsPerSplit, "at least 2");
        Settings.require(rowsPerLeaf >= 1, "rowsPerLeaf", rowsPerLeaf, "at least 1");
    }

    /** Returns limits that let a tree grow until every leaf is pure. */
    public static TreeLimits none() {
        return new TreeLimits(Integer.MAX_VALUE, 2, 1);
    }

    public TreeLimits withDepth(int most) {
        return new TreeLimits(most, rowsPerSplit, rowsPerLeaf);
    }

    public TreeLimits withRowsPerSplit(int fewest) {
        return new TreeLimits(depth, fewest, rowsPerLeaf);
    }

    public TreeLimits withRowsPerLeaf(int fewest) {
        return new TreeLimits(depth, rowsPerSplit, fewest);
    }
}
