package org.industrialmind.foundations.tree;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Extremely randomised trees: a forest whose splits draw one cut for each column they ask, and take the best of those [1].
 *
 * <p>A drawn cut decorrelates trees more than drawn rows do, so every tree sees all rows. No value is sorted: a node costs
 * O(rows x asked columns). The trade against {@link RandomForest}: quicker and smoother, a little more bias, and many
 * columns that tell nothing hurt more.
 *
 * @param trees at least 1
 * @param impurity how mixed classes are measured; not used for numbers
 * @param limits where a tree stops to split
 * @param columnsPerSplit how many columns a split draws a cut for; empty for the root of their number for classes, and all
 *     for numbers, as [1] advises
 * @see "[1] Geurts, Ernst and Wehenkel 2006, Extremely randomized trees, Machine Learning 63"
 */
public record ExtraTrees(int trees, Impurity impurity, TreeLimits limits, OptionalInt columnsPerSplit)
        implements ClassifierTrainer, RegressorTrainer {
    public ExtraTrees {
        Settings.require(trees >= 1, "trees", trees, "at least 1");
        columnsPerSplit.ifPresent(count -> Settings.require(count >= 1, "columnsPerSplit", count, "at least 1"));
    }

    /** Returns 100 trees without limits, by the Gini impurity, with the usual number of columns at a split. */
    public static ExtraTrees defaults() {
        return new ExtraTrees(100, Impurity.GINI, TreeLimits.none(), OptionalInt.empty());
    }

    @Override
    public ForestClassifier fit(LabelledRows rows, long seed) {
        rows.requireComplete();
        int[] labels = rows.labels();
        List<Planting.Planted> planted = planting(ColumnCounts.forClasses(columnsPerSplit, rows.columns()))
                .plant(
                        new RankedColumns(rows.rows()),
                        rows.weights(),
                        weights -> new ClassResponse(labels, weights, rows.classes(), impurity),
                        seed);
        return new ForestClassifier(mean(planted, rows.columns()), OptionalDouble.empty());
    }

    @Override
    public ForestRegressor fit(TargetRows rows, long seed) {
        rows.requireComplete();
        double[] targets = rows.targets();
        List<Planting.Planted> planted = planting(Math.min(columnsPerSplit.orElse(rows.columns()), rows.columns()))
                .plant(
                        new RankedColumns(rows.rows()),
                        rows.weights(),
                        weights -> new NumberResponse(targets, weights),
                        seed);
        return new ForestRegressor(mean(planted, rows.columns()), OptionalDouble.empty());
    }

    private Planting planting(int asked) {
        return new Planting(trees, limits, asked, CartGrower.Cut.RANDOM, false);
    }

    private static TreeMean mean(List<Planting.Planted> planted, int columns) {
        return new TreeMean(
                columns, planted.stream().map(Planting.Planted::tree).toList());
    }

    public ExtraTrees withTrees(int count) {
        return new ExtraTrees(count, impurity, limits, columnsPerSplit);
    }

    public ExtraTrees withImpurity(Impurity measure) {
        return new ExtraTrees(trees, measure, limits, columnsPerSplit);
    }

    public ExtraTrees withLimits(TreeLimits bounds) {
        return new ExtraTrees(trees, impurity, bounds, columnsPerSplit);
    }

    public ExtraTrees withColumnsPerSplit(int count) {
        return new ExtraTrees(trees, impurity, limits, OptionalInt.of(count));
    }
}
