package org.industrialmind.recipes.trees;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.attribution.TreeShap;
import org.industrialmind.foundations.boosting.BoostedClassifier;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.boosting.TreeShape;
import org.industrialmind.foundations.supervised.ClassShares;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.tree.AdaBoost;
import org.industrialmind.foundations.tree.DecisionTree;
import org.industrialmind.foundations.tree.ExtraTrees;
import org.industrialmind.foundations.tree.RandomForest;
import org.industrialmind.foundations.tree.TreeLimits;
import org.industrialmind.learning.tabular.selection.FoldMethod;
import org.industrialmind.learning.tabular.selection.Goal;
import org.industrialmind.learning.tabular.selection.Metric;
import org.industrialmind.learning.tabular.selection.Metrics;
import org.industrialmind.learning.tabular.selection.RowKeys;
import org.industrialmind.learning.tabular.selection.Split;
import org.industrialmind.learning.tabular.selection.Splitter;
import org.industrialmind.learning.tabular.selection.StratifiedKFold;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Table;

/** From which of three vines a wine is, told from what chemistry finds in it. */
final class Wines implements Problem {
    static final String TARGET = "vine";

    private final List<String> columns;
    private final LabelledRows rows;
    private final RandomForest forest;
    private final GradientBoosting boosting;

    /** @param table with the categories {@code vine} and numbers */
    Wines(Table table, int trees) {
        CategoricalColumn vine = table.categorical(TARGET);
        columns = table.without(TARGET).names();
        rows = LabelledRows.of(
                Problem.numbers(table, TARGET), vine.codes(), vine.levels().size());
        forest = RandomForest.defaults().withTrees(trees);
        boosting = GradientBoosting.defaults() // small trees, since a vine has but fifty wines to learn from
                .withRounds(trees)
                .withTree(TreeShape.defaults().withLeaves(4).withRowsPerLeaf(5));
    }

    @Override
    public String name() {
        return "wine";
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public RowKeys keys() {
        return RowKeys.ofLabels(rows.labels());
    }

    @Override
    public Splitter folds(int count) {
        return new StratifiedKFold(count);
    }

    @Override
    public Metric error() {
        Metric accuracy = Metrics.accuracy(rows.labels());
        return new Metric(
                "share wrong",
                Goal.LOWEST,
                (judged, told) -> 1 - accuracy.score().of(judged, told));
    }

    @Override
    public Metric loss() {
        return Metrics.logLoss(rows.labels());
    }

    @Override
    public List<Metric> metrics() {
        return List.of(error(), loss());
    }

    @Override
    public Map<String, FoldMethod> methods() {
        Map<String, FoldMethod> methods = new LinkedHashMap<>();
        methods.put("shares of the vines", FoldMethod.of(new ClassShares(), rows));
        methods.put(
                "one cut",
                tree(DecisionTree.defaults().withLimits(TreeLimits.none().withDepth(1))));
        methods.put("one tree", tree(DecisionTree.defaults()));
        methods.put(FOREST, FoldMethod.of(forest, rows));
        methods.put("extra trees", FoldMethod.of(ExtraTrees.defaults().withTrees(forest.trees()), rows));
        methods.put("AdaBoost", FoldMethod.of(AdaBoost.defaults(), rows));
        methods.put("gradient boosting", FoldMethod.of(boosting, rows));
        return methods;
    }

    @Override
    public FoldMethod tree(DecisionTree settings) {
        return FoldMethod.of(settings, rows);
    }

    @Override
    public double[] leafPrices() {
        return new double[] {0.1, 0.03, 0.01, 0.003, 0}; // of a Gini impurity of 0.66 at the root
    }

    @Override
    public int deepest() {
        return 8;
    }

    @Override
    public double outOfBagError(long seed) {
        return 1 - forest.fit(rows, seed).outOfBagAccuracy().orElse(Double.NaN);
    }

    @Override
    public double[][] byRound(Split split, long seed) {
        BoostedClassifier model = boosting.fit(rows.select(split.train()), seed);
        return new double[][] {byRound(model, split.train()), byRound(model, split.test())};
    }

    private double[] byRound(BoostedClassifier model, int[] judged) {
        List<Double> losses = new ArrayList<>();
        model.staged(
                rows.select(judged).rows(), told -> losses.add(loss().score().of(judged, told)));
        return losses.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public Credit credit(long seed) {
        BoostedClassifier model = boosting.fit(rows, seed);
        return Credit.of(model.trees().gains(), TreeShap.of(model), rows.rows());
    }
}
