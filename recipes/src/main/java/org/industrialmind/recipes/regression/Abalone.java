package org.industrialmind.recipes.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.boosting.TreeShape;
import org.industrialmind.foundations.linear.ElasticNet;
import org.industrialmind.foundations.linear.HuberRegression;
import org.industrialmind.foundations.linear.LeastSquares;
import org.industrialmind.foundations.linear.LeastSquaresModel;
import org.industrialmind.foundations.linear.Ridge;
import org.industrialmind.foundations.metrics.RegressionMetrics;
import org.industrialmind.foundations.neighbors.NearestNeighborsRegression;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.learning.tabular.pipeline.RegressorPipeline;
import org.industrialmind.learning.tabular.selection.KFold;
import org.industrialmind.learning.tabular.selection.OutOfFold;
import org.industrialmind.learning.tabular.selection.RowKeys;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.StandardScaler;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.ResultTable;

/** How many rings a shell has, told from seven sizes and weights and the sex: every row judged by who has not seen it. */
final class Abalone {
    static final String TARGET = "rings";

    private static final String STRAIGHT = "least squares";
    private static final int FIRST_SLOPE = 1; // the intercept is the first term
    private static final int DRAWN = 1500; // dots; more only blacken the picture

    private final Table shells;
    private final double[] rings;
    private final Order order;

    /** @param table with the column {@code sex} (M, F or I for infant), {@code rings}, and numbers */
    Abalone(Table table, Order order) {
        shells = table.derived("male", row -> row.text("sex").equals("M") ? 1 : 0)
                .derived("infant", row -> row.text("sex").equals("I") ? 1 : 0)
                .without("sex");
        rings = shells.numeric(TARGET).toArray();
        this.order = order;
    }

    private static Map<String, RegressorTrainer> methods() {
        Map<String, RegressorTrainer> methods = new LinkedHashMap<>();
        methods.put("mean", (rows, seed) -> new Mean(rows.columns(), average(rows)));
        methods.put(STRAIGHT, LeastSquares.defaults());
        methods.put("ridge, 1", new Ridge(1));
        methods.put("lasso, 0.01", ElasticNet.lasso(0.01));
        methods.put("Huber", HuberRegression.defaults());
        methods.put(
                "20 nearest neighbours",
                new NearestNeighborsRegression(
                        20,
                        NearestNeighborsRegression.defaults().vote(),
                        NearestNeighborsRegression.defaults().metric()));
        methods.put(
                "boosted trees",
                GradientBoosting.defaults()
                        .withRounds(200)
                        .withLearningRate(0.05)
                        .withTree(TreeShape.defaults().withLeaves(8))
                        .withRowShare(0.7)::fit);
        return methods;
    }

    private static double average(TargetRows rows) {
        double sum = 0;
        for (double target : rows.targets()) {
            sum += target / rows.size();
        }
        return sum;
    }

    /** Always says the same. */
    private record Mean(int columns, double value) implements Regressor {
        @Override
        public double predict(double[] row) {
            return value;
        }
    }

    void into(Findings findings) {
        ResultTable table = ResultTable.of("rings of " + rings.length + " abalones", "RMSE", "MAE", "R2");
        double best = Double.POSITIVE_INFINITY;
        String bestName = "";
        for (Map.Entry<String, RegressorTrainer> method : methods().entrySet()) {
            order.progress().say("abalone: %s", method.getKey());
            double[][] scores = new double[3][order.seeds().size()];
            for (int s = 0; s < scores[0].length; s++) {
                double[] told = told(method.getValue(), order.seeds().get(s));
                scores[0][s] = RegressionMetrics.rootMeanSquared(rings, told);
                scores[1][s] = RegressionMetrics.meanAbsolute(rings, told);
                scores[2][s] = RegressionMetrics.explained(rings, told);
                if (s == 0 && method.getKey().equals(STRAIGHT)) {
                    draw(told, findings);
                }
            }
            List<ResultTable.Cell> cells = new ArrayList<>();
            for (double[] score : scores) {
                cells.add(ResultTable.Spread.of(score, 3));
            }
            table = table.row(method.getKey(), cells);
            double error = ResultTable.Spread.of(scores[0], 3).mean();
            if (error < best) {
                best = error;
                bestName = method.getKey();
            }
            findings.metric(method.getKey().replaceAll("\\W+", "_") + "_rmse", error);
        }
        findings.table(table);
        findings.say("The rings are told best by " + bestName + ".");
        coefficients(findings);
    }

    /** Returns what is said of each row by a model that was fitted on other tenths. Shape: [row]. */
    private double[] told(RegressorTrainer trainer, long seed) {
        RegressorPipeline pipeline = RegressorPipeline.of(TARGET, trainer, new StandardScaler());
        return OutOfFold.of(pipeline.over(shells), RowKeys.of(rings.length), new KFold(order.scaled(3, 10)), seed)
                .requireAll()
                .column(0);
    }

    private void draw(double[] told, Findings findings) {
        int step = Math.max(1, rings.length / DRAWN);
        int[] drawn =
                IntStream.range(0, rings.length).filter(r -> r % step == 0).toArray();
        double[] x = IntStream.of(drawn).mapToDouble(r -> told[r]).toArray();
        double[] y = IntStream.of(drawn).mapToDouble(r -> rings[r] - told[r]).toArray();
        double low = Quantiles.quantile(x, 0);
        double high = Quantiles.quantile(x, 1);
        findings.plot(
                "abalone-residuals",
                Chart.of(
                                "Old shells are told worse: the residuals open like a fan",
                                "rings told",
                                "rings less those told")
                        .dots("least squares", Series.of(x, y))
                        .line("as told", Series.of(new double[] {low, high}, new double[] {0, 0})));
    }

    /** Tells each coefficient with the interval of the textbook, and with one that needs no equal spread. */
    private void coefficients(Findings findings) {
        order.progress().say("abalone: intervals");
        Table columns = shells.without(TARGET);
        double[][] rows = new double[rings.length][columns.names().size()];
        for (int c = 0; c < columns.names().size(); c++) {
            double[] values = columns.numeric(columns.names().get(c)).toArray();
            for (int r = 0; r < values.length; r++) {
                rows[r][c] = values[r];
            }
        }
        TargetRows all = TargetRows.of(Matrix.ofRows(rows), rings);
        LeastSquaresModel model = LeastSquares.defaults().fit(all, 0);
        double[][] textbook = model.intervals(0.95);
        double[][] redrawn = redrawn(all);
        ResultTable table = ResultTable.of(
                "least squares, 95 % intervals",
                "coefficient", "low", "high", "redrawn low", "redrawn high", "inflation");
        double widest = 0;
        String where = "";
        for (int c = 0; c < columns.names().size(); c++) {
            double low = Quantiles.quantile(redrawn[c], 0.025);
            double high = Quantiles.quantile(redrawn[c], 0.975);
            double ratio = (high - low) / (textbook[FIRST_SLOPE + c][1] - textbook[FIRST_SLOPE + c][0]);
            where = ratio > widest ? columns.names().get(c) : where;
            widest = Math.max(widest, ratio);
            table = table.row(
                    columns.names().get(c),
                    model.coefficients()[c],
                    textbook[FIRST_SLOPE + c][0],
                    textbook[FIRST_SLOPE + c][1],
                    low,
                    high,
                    model.varianceInflation()[c]);
        }
        findings.table(table)
                .say(String.format(
                        Locale.ROOT,
                        "Redrawn, the interval of %s is %.1f times as wide as the textbook's, which takes every shell to"
                                + " scatter alike.",
                        where,
                        widest));
    }

    /** Returns the coefficients on rows drawn with replacement. Shape: [column, draw]. */
    private double[][] redrawn(TargetRows all) {
        SplittableRandom random = new SplittableRandom(order.seeds().getFirst());
        int draws = order.scaled(40, 400);
        double[][] coefficients = new double[all.columns()][draws];
        for (int i = 0; i < draws; i++) {
            int[] chosen = random.ints(all.size(), 0, all.size()).toArray();
            double[] drawn = LeastSquares.defaults().fit(all.select(chosen), 0).coefficients();
            for (int c = 0; c < drawn.length; c++) {
                coefficients[c][i] = drawn[c];
            }
        }
        return coefficients;
    }
}
