package org.industrialmind.recipes.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.tree.DecisionTree;
import org.industrialmind.foundations.tree.TreeLimits;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.learning.tabular.selection.CrossValidated;
import org.industrialmind.learning.tabular.selection.CrossValidation;
import org.industrialmind.learning.tabular.selection.FoldMethod;
import org.industrialmind.learning.tabular.selection.Metric;
import org.industrialmind.learning.tabular.selection.Split;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.ResultTable;

/** Judges all methods of a problem, and looks into three of them: how deep, how many rounds, which columns. */
final class Study {
    private static final int DRAWN_COLUMNS = 5; // more names would write over each other
    private static final int INNER_FOLDS = 3;

    private final Problem problem;
    private final Order order;
    private final List<Split> folds; // of the first seed, for the curves

    Study(Problem problem, Order order) {
        this.problem = problem;
        this.order = order;
        folds = problem.folds(foldCount()).split(problem.keys(), order.seeds().getFirst());
    }

    private int foldCount() {
        return order.scaled(5, 10);
    }

    void into(Findings findings) {
        compare(findings);
        order.progress().say("%s: depth", problem.name());
        findings.plot(problem.name() + "-depth", depths());
        order.progress().say("%s: rounds", problem.name());
        findings.plot(problem.name() + "-rounds", rounds());
        order.progress().say("%s: columns", problem.name());
        credit(findings);
    }

    private void compare(Findings findings) {
        List<Metric> metrics = problem.metrics();
        List<String> names = new ArrayList<>(metrics.stream().map(Metric::name).toList());
        names.add("out of bag");
        ResultTable table = ResultTable.of(
                problem.name() + ", " + problem.keys().size() + " rows, " + foldCount() + " folds",
                names.toArray(String[]::new));
        Map<String, double[]> errors = new LinkedHashMap<>();
        for (Map.Entry<String, FoldMethod> method : methods().entrySet()) {
            order.progress().say("%s: %s", problem.name(), method.getKey());
            CrossValidated judged = new CrossValidation(problem.folds(foldCount()), metrics, order.seeds())
                    .run(method.getValue(), problem.keys());
            List<ResultTable.Cell> cells = new ArrayList<>();
            metrics.forEach(metric -> cells.add(ResultTable.Spread.of(pooled(judged, metric), 3)));
            cells.add(method.getKey().equals(Problem.FOREST) ? outOfBag(findings) : ResultTable.score(Double.NaN));
            table = table.row(method.getKey(), cells);
            double[] error = pooled(judged, problem.error());
            errors.put(method.getKey(), error);
            findings.metric(
                    metricName(method.getKey()), ResultTable.Spread.of(error, 3).mean());
        }
        findings.table(table).say(Verdict.of(errors).sentence(problem.name()));
    }

    private String metricName(String method) {
        return problem.name() + "_" + method.replaceAll("\\W+", "_") + "_error";
    }

    private ResultTable.Cell outOfBag(Findings findings) {
        ResultTable.Spread error = ResultTable.Spread.of(
                order.seeds().stream().mapToDouble(problem::outOfBagError).toArray(), 3);
        findings.metric(metricName("out_of_bag"), error.mean());
        return error;
    }

    private double[] pooled(CrossValidated judged, Metric metric) {
        return order.seeds().stream()
                .mapToDouble(seed -> judged.pooled(metric.name(), seed))
                .toArray();
    }

    /** Returns the methods with the pruned tree after the whole one. */
    private Map<String, FoldMethod> methods() {
        Map<String, FoldMethod> all = new LinkedHashMap<>();
        problem.methods().forEach((name, method) -> {
            all.put(name, method);
            if (name.equals("one tree")) {
                all.put("pruned tree", this::pruned);
            }
        });
        return all;
    }

    /** Grows a tree at the price of a leaf that errs least within the training rows, of equals the dearest. */
    private Matrix pruned(int[] train, int[] test, long seed) {
        List<Split> inner = problem.folds(INNER_FOLDS).split(problem.keys().select(train), seed).stream()
                .map(split -> split.within(train))
                .toList();
        double least = Double.POSITIVE_INFINITY;
        FoldMethod best = problem.tree(DecisionTree.defaults());
        for (double price : problem.leafPrices()) {
            FoldMethod priced = problem.tree(DecisionTree.defaults().withLeafPrice(price));
            double error = 0;
            for (Split split : inner) {
                error += problem.error().score().of(split.test(), priced.predict(split.train(), split.test(), seed));
            }
            best = error < least ? priced : best;
            least = Math.min(least, error);
        }
        return best.predict(train, test, seed);
    }

    private Chart depths() {
        double[] depth =
                IntStream.rangeClosed(1, problem.deepest()).asDoubleStream().toArray();
        double[][] errors = new double[2][depth.length];
        int[] all = IntStream.range(0, problem.keys().size()).toArray();
        for (int d = 0; d < depth.length; d++) {
            FoldMethod tree = problem.tree(
                    DecisionTree.defaults().withLimits(TreeLimits.none().withDepth(d + 1)));
            for (Split fold : folds) {
                Matrix told = tree.predict(fold.train(), all, order.seeds().getFirst());
                errors[0][d] += error(fold.train(), told) / folds.size();
                errors[1][d] += error(fold.test(), told) / folds.size();
            }
        }
        return Chart.of(
                        problem.name() + ": a deeper tree knows its own rows better, others not for long",
                        "greatest depth",
                        problem.error().name())
                .line("learned from", Series.of(depth, errors[0]))
                .line("judged on", Series.of(depth, errors[1]));
    }

    private double error(int[] rows, Matrix told) {
        Matrix chosen = Matrix.ofRows(Arrays.stream(rows).mapToObj(told::row).toArray(double[][]::new));
        return problem.error().score().of(rows, chosen);
    }

    private Chart rounds() {
        double[][] losses = new double[2][0];
        for (Split fold : folds) {
            double[][] seen = problem.byRound(fold, order.seeds().getFirst());
            for (int part = 0; part < losses.length; part++) {
                losses[part] = losses[part].length == 0 ? new double[seen[part].length] : losses[part];
                for (int round = 0; round < seen[part].length; round++) {
                    losses[part][round] += seen[part][round] / folds.size();
                }
            }
        }
        double[] round =
                IntStream.rangeClosed(1, losses[0].length).asDoubleStream().toArray();
        return Chart.of(
                        problem.name() + ": gradient boosting, round by round",
                        "rounds",
                        problem.loss().name())
                .line("learned from", Series.of(round, losses[0]))
                .line("judged on", Series.of(round, losses[1]));
    }

    private void credit(Findings findings) {
        Credit credit = problem.credit(order.seeds().getFirst());
        ResultTable table =
                ResultTable.of(problem.name() + ", what boosting leans on", "share of gains", "share of Shapley");
        List<String> labels = new ArrayList<>();
        double[][] heights = new double[2][3 * DRAWN_COLUMNS]; // two bars and a gap for each column
        for (double[] bars : heights) {
            Arrays.fill(bars, Double.NaN);
        }
        List<Integer> leading = credit.order();
        for (int i = 0; i < leading.size(); i++) {
            int column = leading.get(i);
            String name = problem.columns().get(column);
            table = table.row(name, credit.gain(column), credit.shapley(column));
            if (i < DRAWN_COLUMNS) {
                labels.addAll(List.of(name, "", ""));
                heights[0][3 * i] = credit.gain(column);
                heights[1][3 * i + 1] = credit.shapley(column);
            }
        }
        findings.table(table)
                .plot(
                        problem.name() + "-columns",
                        Chart.of(problem.name() + ": the columns that boosting leans on", "", "share")
                                .bars("of the gains", labels, heights[0])
                                .bars("of mean |Shapley|", labels, heights[1]));
    }
}
