package org.industrialmind.foundations.tree;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * A forest of trees, each grown on rows drawn with replacement and asking a few columns at each split; the forest says what
 * its trees say in the mean.
 *
 * <p>Deep trees are nearly unbiased and unstable. The mean of B trees of variance s and correlation c has the variance
 * c s + (1 - c) s / B: drawing rows and columns lowers c, many trees the rest [1]. A tree misses about a third of the rows,
 * and those trees that missed a row judge it without having seen it: the out-of-bag score.
 *
 * <p>The trade: hardly anything to tune and hard to spoil, but larger, slower and mostly a little less exact than boosting.
 * Columns of few values are favoured less often than they deserve in {@link ForestClassifier#gains}; prefer permutation.
 *
 * <p>Complexity: O(trees x asked columns x n log n) for a level. The same rows, settings and seed give the same forest on any
 * number of threads.
 *
 * @param trees at least 1
 * @param impurity how mixed classes are measured; not used for numbers
 * @param limits where a tree stops to split
 * @param columnsPerSplit how many columns a split may choose from; empty for the root of their number for classes, and a
 *     third for numbers, as [1] advises
 * @see "[1] Breiman 2001, Random forests, Machine Learning 45"
 */
public record RandomForest(int trees, Impurity impurity, TreeLimits limits, OptionalInt columnsPerSplit)
        implements ClassifierTrainer, RegressorTrainer {
    public RandomForest {
        Settings.require(trees >= 1, "trees", trees, "at least 1");
        columnsPerSplit.ifPresent(count -> Settings.require(count >= 1, "columnsPerSplit", count, "at least 1"));
    }

    /** Returns 100 trees without limits, by the Gini impurity, with the usual number of columns at a split. */
    public static RandomForest defaults() {
        return new RandomForest(100, Impurity.GINI, TreeLimits.none(), OptionalInt.empty());
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
        return new ForestClassifier(mean(planted, rows.columns()), accuracy(planted, rows));
    }

    @Override
    public ForestRegressor fit(TargetRows rows, long seed) {
        rows.requireComplete();
        double[] targets = rows.targets();
        List<Planting.Planted> planted = planting(ColumnCounts.forNumbers(columnsPerSplit, rows.columns()))
                .plant(
                        new RankedColumns(rows.rows()),
                        rows.weights(),
                        weights -> new NumberResponse(targets, weights),
                        seed);
        return new ForestRegressor(mean(planted, rows.columns()), explained(planted, rows));
    }

    private Planting planting(int asked) {
        return new Planting(trees, limits, asked, CartGrower.Cut.BEST, true);
    }

    private static TreeMean mean(List<Planting.Planted> planted, int columns) {
        return new TreeMean(
                columns, planted.stream().map(Planting.Planted::tree).toList());
    }

    private static OptionalDouble accuracy(List<Planting.Planted> planted, LabelledRows rows) {
        double[] shares = Planting.outOfBag(planted, rows.rows().toArray(), rows.columns());
        int classes = rows.classes();
        double judged = 0;
        double right = 0;
        for (int r = 0; r < rows.size(); r++) {
            if (rows.weight(r) > 0 && !Double.isNaN(shares[r * classes])) {
                int best = 0;
                for (int k = 1; k < classes; k++) {
                    best = shares[r * classes + k] > shares[r * classes + best] ? k : best;
                }
                judged += rows.weight(r);
                right += best == rows.label(r) ? rows.weight(r) : 0;
            }
        }
        return judged > 0 ? OptionalDouble.of(right / judged) : OptionalDouble.empty();
    }

    private static OptionalDouble explained(List<Planting.Planted> planted, TargetRows rows) {
        double[] predicted = Planting.outOfBag(planted, rows.rows().toArray(), rows.columns());
        double weight = 0;
        double mean = 0;
        double spread = 0; // weighted squares about the running mean
        double left = 0;
        for (int r = 0; r < rows.size(); r++) {
            if (rows.weight(r) > 0 && !Double.isNaN(predicted[r])) {
                double away = rows.target(r) - predicted[r];
                double step = rows.target(r) - mean;
                weight += rows.weight(r);
                mean += step * rows.weight(r) / weight;
                spread += rows.weight(r) * step * (rows.target(r) - mean);
                left += rows.weight(r) * away * away;
            }
        }
        return spread > 0 ? OptionalDouble.of(1 - left / spread) : OptionalDouble.empty();
    }

    public RandomForest withTrees(int count) {
        return new RandomForest(count, impurity, limits, columnsPerSplit);
    }

    public RandomForest withImpurity(Impurity measure) {
        return new RandomForest(trees, measure, limits, columnsPerSplit);
    }

    public RandomForest withLimits(TreeLimits bounds) {
        return new RandomForest(trees, impurity, bounds, columnsPerSplit);
    }

    public RandomForest withColumnsPerSplit(int count) {
        return new RandomForest(trees, impurity, limits, OptionalInt.of(count));
    }
}
