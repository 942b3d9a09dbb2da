package org.industrialmind.foundations.boosting;

/**
 * How far one tree may grow.
 *
 * @param leaves the most leaves, at least 2: the main brake on how complex a tree becomes
 * @param depth the most edges from root to leaf, at least 1
 * @param rowsPerLeaf the fewest rows of a leaf, at least 1
 * @param leafPenalty the squared leaf value is punished by half of this (lambda of [1]); 0 for none
 * @param leastGain a split must gain more than this in the loss (twice the gamma of [1]); 0 for any gain
 * @param categorySupport categories that weigh less than this in a node are not sent left on their own, and this much
 *     imaginary hessian calms the order of the others; 0 takes every category at its word
 * @see "[1] Chen and Guestrin 2016, XGBoost: a scalable tree boosting system, KDD"
 */
public record TreeShape(
        int leaves, int depth, int rowsPerLeaf, double leafPenalty, double leastGain, double categorySupport) {
    public TreeShape {
        Settings.require(leaves >= 2, "leaves", leaves, "at least 2");
        Settings.require(depth >= 1, "depth", depth, "at least 1");
        Settings.require(rowsPerLeaf >= 1, "rowsPerLeaf", rowsPerLeaf, "at least 1");
        Settings.require(
                leafPenalty >= 0 && leafPenalty < Double.POSITIVE_INFINITY, "leafPenalty", leafPenalty, "0 or more");
        Settings.require(leastGain >= 0 && leastGain < Double.POSITIVE_INFINITY, "leastGain", leastGain, "0 or more");
        Settings.require(
                categorySupport >= 0 && categorySupport < Double.POSITIVE_INFINITY,
                "categorySupport",
                categorySupport,
                "0 or more");
    }

    /** Returns 31 leaves of at least 20 rows at any depth, no penalty, and a category support of 10. */
    public static TreeShape defaults() {
        return new TreeShape(31, Integer.MAX_VALUE, 20, 0, 0, 10);
    }

    public TreeShape withLeaves(int most) {
        return new TreeShape(most, depth, rowsPerLeaf, leafPenalty, leastGain, categorySupport);
    }

    public TreeShape withDepth(int most) {
        return new TreeShape(leaves, most, rowsPerLeaf, leafPenalty, leastGain, categorySupport);
    }

    public TreeShape withRowsPerLeaf(int fewest) {
        return new TreeShape(leaves, depth, fewest, leafPenalty, leastGain, categorySupport);
    }

    public TreeShape withLeafPenalty(double lambda) {
        return new TreeShape(leaves, depth, rowsPerLeaf, lambda, leastGain, categorySupport);
    }

    public TreeShape withLeastGain(double gain) {
        return new TreeShape(leaves, depth, rowsPerLeaf, leafPenalty, gain, categorySupport);
    }

    public TreeShape withCategorySupport(double support) {
        return new TreeShape(leaves, depth, rowsPerLeaf, leafPenalty, leastGain, support);
    }
}
