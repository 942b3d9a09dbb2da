package org.industrialmind.recipes.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.attribution.TreeShap;
import org.industrialmind.foundations.boosting.BoostedRegressor;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.boosting.TreeShape;
import org.industrialmind.foundations.metrics.RegressionMetrics;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.foundations.supervised.TargetRows;
import org.industrialmind.foundations.tree.DecisionTree;
import org.industrialmind.foundations.tree.ExtraTrees;
import org.industrialmind.foundations.tree.RandomForest;
import org.industrialmind.foundations.tree.TreeLimits;
import org.industrialmind.learning.tabular.selection.FoldMethod;
import org.industrialmind.learning.tabular.selection.Goal;
import org.industrialmind.learning.tabular.selection.KFold;
import org.industrialmind.learning.tabular.selection.Metric;
import org.industrialmind.learning.tabular.selection.Metrics;
import org.industrialmind.learning.tabular.selection.RowKeys;
import org.industrialmind.learning.tabular.selection.Split;
import org.industrialmind.learning.tabular.selection.Splitter;
import org.industrialmind.learning.tabular.table.Table;

/** How many rings the shell of an abalone has, told from its sizes and weights. */
final class Shells implements Problem {
    static final String TARGET = "rings";

    private static final int EXPLAINED = 1000; // shells; more do not move the mean

    private final List<String> columns;
    private final TargetRows rows;
    private final RandomForest forest;
    private final GradientBoosting boosting;

    /** @param table with the categories {@code sex} (M, F or I for infant) and numbers, {@code rings} among them */
    Shells(Table table, int trees) {
        Table shells = table.derived("male", row -> row.text("sex").equals("M") ? 1 : 0)
                .derived("infant", row -> row.text("sex").equals("I") ? 1 : 0)
                .without("sex");
        columns = shells.without(TARGET).names();
        rows = TargetRows.of(
                Problem.numbers(shells, TARGET), shells.numeric(TARGET).toArray());
        forest = RandomForest.defaults()
                .withTrees(trees)
                .withLimits(TreeLimits.none().withRowsPerLeaf(5)); // as Breiman advises for numbers
        boosting = GradientBoosting.defaults()
                .withRounds(2 * trees)
                .withLearningRate(0.05)
                .withTree(TreeShape.defaults().withLeaves(8))
                .withRowShare(0.7);
    }

    @Override
    public String name() {
        return "abalone";
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public RowKeys keys() {
        return RowKeys.of(rows.size());
    }

    @Override
    public Splitter folds(int count) {
        return new KFold(count);
    }

    @Override
    public Metric error() {
        return Metrics.rootMeanSquared(rows.targets());
    }

    @Override
    public Metric loss() {
        return error();
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                error(),
                Metrics.meanAbsolute(rows.targets()),
                Metric.ofTargets("R2", Goal.HIGHEST, rows.targets(), RegressionMetrics::explained));
    }

    @Override
    public Map<String, FoldMethod> methods() {
        Map<String, FoldMethod> methods = new LinkedHashMap<>();
        methods.put("mean", (train, test, _) -> mean(train, test));
        methods.put(
                "one cut",
                tree(DecisionTree.defaults().withLimits(TreeLimits.none().withDepth(1))));
        methods.put("one tree", tree(DecisionTree.defaults()));
        methods.put(FOREST, FoldMethod.of(forest, rows));
        methods.put(
                "extra trees",
                FoldMethod.of(ExtraTrees.defaults().withTrees(forest.trees()).withLimits(forest.limits()), rows));
        methods.put("gradient boosting", FoldMethod.of(boosting, rows));
        return methods;
    }

    private Matrix mean(int[] train, int[] test) {
        double[] told = new double[test.length];
        Arrays.fill(told, Moments.of(rows.select(train).targets()).mean());
        return Matrix.of(told.length, 1, told);
    }

    @Override
    public FoldMethod tree(DecisionTree settings) {
        return FoldMethod.of(settings, rows);
    }

    @Override
    public double[] leafPrices() {
        return new double[] {0.3, 0.1, 0.03, 0.01, 0.003}; // of a variance of ten at the root
    }

    @Override
    public int deepest() {
        return 16;
    }

    @Override
    public double outOfBagError(long seed) {
        double unexplained = 1 - forest.fit(rows, seed).outOfBagShare().orElse(Double.NaN);
        return Math.sqrt(unexplained * Moments.of(rows.targets()).squares() / rows.size());
    }

    @Override
    public double[][] byRound(Split split, long seed) {
        BoostedRegressor model = boosting.fit(rows.select(split.train()), seed);
        return new double[][] {byRound(model, split.train()), byRound(model, split.test())};
    }

    private double[] byRound(BoostedRegressor model, int[] judged) {
        List<Double> losses = new ArrayList<>();
        TargetRows truth = rows.select(judged);
        model.staged(truth.rows(), told -> losses.add(RegressionMetrics.rootMeanSquared(truth.targets(), told)));
        return losses.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public Credit credit(long seed) {
        BoostedRegressor model = boosting.fit(rows, seed);
        int[] first = IntStream.range(0, Math.min(EXPLAINED, rows.size())).toArray();
        return Credit.of(
                model.trees().gains(), TreeShap.of(model), rows.select(first).rows());
    }
}
