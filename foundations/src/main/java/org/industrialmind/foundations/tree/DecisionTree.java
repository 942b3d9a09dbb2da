package org.industrialmind.foundations.tree;

import java.util.stream.IntStream;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * A classification or regression tree (CART): split the rows where one column's cut makes the two sides purest, and again,
 * until nothing is mixed or a limit says stop.
 *
 * <p>A cut that parts rows S into L and R gains |S| i(S) - |L| i(L) - |R| i(R), with i the Gini impurity, the entropy, or for
 * numbers the variance. Every cut between two neighbouring values is tried. A tree grown to the end knows its rows by heart;
 * the price for a leaf prunes it back to the subtree that is worth its size [1, chapter 3].
 *
 * <p>The trade: readable, indifferent to any monotone change of a column, quick; but a step function, and unstable: a few rows
 * may turn the whole tree over, which is what forests live on. Missing values are refused; boosted trees live with them.
 *
 * <p>Complexity: O(columns n log n) for a level of the tree. Of equal gains the first column and the lowest cut win, so the
 * seed is not used.
 *
 * @param impurity how mixed classes are measured; not used for numbers
 * @param limits where to stop to split
 * @param leafPrice what a leaf must lower the mean impurity by to stay (alpha of [1]); 0 keeps every leaf that helps at all
 * @see "[1] Breiman, Friedman, Olshen and Stone 1984, Classification and Regression Trees"
 */
public record DecisionTree(Impurity impurity, TreeLimits limits, double leafPrice)
        implements ClassifierTrainer, RegressorTrainer {
    public DecisionTree {
        Settings.require(leafPrice >= 0 && leafPrice < Double.POSITIVE_INFINITY, "leafPrice", leafPrice, "0 or more");
    }

    /** Returns the Gini impurity, no limits and no pruning. */
    public static DecisionTree defaults() {
        return new DecisionTree(Impurity.GINI, TreeLimits.none(), 0);
    }

    @Override
    public TreeClassifier fit(LabelledRows rows, long seed) {
        rows.requireComplete();
        Response response = new ClassResponse(rows.labels(), rows.weights(), rows.classes(), impurity);
        return new TreeClassifier(rows.columns(), grow(new RankedColumns(rows.rows()), response, rows.weights()));
    }

    @Override
    public TreeRegressor fit(TargetRows rows, long seed) {
        rows.requireComplete();
        Response response = new NumberResponse(rows.targets(), rows.weights());
        return new TreeRegressor(rows.columns(), grow(new RankedColumns(rows.rows()), response, rows.weights()));
    }

    BinaryTree grow(RankedColumns table, Response response, double[] weights) {
        CartGrower grower = new CartGrower(table, response, limits, table.columns(), CartGrower.Cut.BEST, 0);
        CartGrower.Grown grown = grower.grow(
                IntStream.range(0, weights.length).filter(r -> weights[r] > 0).toArray());
        return leafPrice > 0 ? Pruning.prune(grown.tree(), grown.disorders(), leafPrice) : grown.tree();
    }

    public DecisionTree withImpurity(Impurity measure) {
        return new DecisionTree(measure, limits, leafPrice);
    }

    public DecisionTree withLimits(TreeLimits bounds) {
        return new DecisionTree(impurity, bounds, leafPrice);
    }

    public DecisionTree withLeafPrice(double price) {
        return new DecisionTree(impurity, limits, price);
    }
}
