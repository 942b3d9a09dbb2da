package org.industrialmind.recipes.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.linear.SoftmaxModel;
import org.industrialmind.foundations.metrics.ProbabilityMetrics;
import org.industrialmind.foundations.optimize.Lbfgs;
import org.industrialmind.foundations.optimize.Minimum;
import org.industrialmind.foundations.optimize.Newton;
import org.industrialmind.foundations.optimize.SteepestDescent;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.learning.tabular.selection.OutOfFold;
import org.industrialmind.learning.tabular.selection.StratifiedKFold;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.ResultTable;

/** A boundary between two kinds by logistic regression on two columns, and three ways down to it. */
final class TwoIrises {
    private static final int STEPS = 40;
    private static final double FLOOR = 1e-15; // below which a difference of losses is rounding

    private final Matrix rows;
    private final int[] labels;
    private final MeanLogLoss loss;

    /** Takes two columns and the class, 0 or 1, of each row. */
    TwoIrises(Matrix rows, int[] labels) {
        this.rows = rows;
        this.labels = labels.clone();
        loss = new MeanLogLoss(rows, positives());
    }

    private boolean[] positives() {
        boolean[] positives = new boolean[labels.length];
        for (int r = 0; r < positives.length; r++) {
            positives[r] = labels[r] == 1;
        }
        return positives;
    }

    /** Returns intercept and slopes at the least loss, by Newton's method from the origin. */
    Minimum lowest() {
        return Newton.defaults().minimize(loss, new double[loss.dimensions()]);
    }

    void into(Findings findings, Order order) {
        LabelledRows labelled = LabelledRows.of(rows, labels, 2);
        SoftmaxModel model = LogisticRegression.unpenalized().fit(labelled, 0);
        findings.table(judged(labelled, order)).plot("iris-boundary", boundary(lowest().point()));
        findings.plot("iris-descent", descent());
        double[] own = lowest().point();
        double difference = Math.abs(model.intercept(1) - model.intercept(0) - own[0]);
        for (int c = 0; c < rows.columns(); c++) {
            difference =
                    Math.max(difference, Math.abs(model.coefficients(1)[c] - model.coefficients(0)[c] - own[c + 1]));
        }
        findings.metric("irisDifference", difference)
                .say(String.format(
                        Locale.ROOT,
                        "The log-odds of the irises are %.2f + %.2f length + %.2f width of the petal; the loss written down"
                                + " by hand and the library's regression differ by %.0e at most.",
                        own[0],
                        own[1],
                        own[2],
                        difference));
    }

    private ResultTable judged(LabelledRows labelled, Order order) {
        double[][] scores = new double[2][order.seeds().size()];
        for (int s = 0; s < scores[0].length; s++) {
            double[] told = OutOfFold.of(
                            LogisticRegression.unpenalized()::fit,
                            labelled,
                            new StratifiedKFold(10),
                            order.seeds().get(s))
                    .requireAll()
                    .column(1);
            for (int r = 0; r < told.length; r++) {
                scores[0][s] += (told[r] > 0.5) == (labels[r] == 1) ? 1.0 / told.length : 0;
            }
            scores[1][s] = ProbabilityMetrics.logLoss(positives(), told);
        }
        double share = Arrays.stream(labels).average().orElseThrow();
        return ResultTable.of("versicolor or virginica, 10-fold", "accuracy", "log loss")
                .row(
                        "the commoner kind",
                        List.of(
                                new ResultTable.Number(Math.max(share, 1 - share), 3),
                                new ResultTable.Number(
                                        -share * Math.log(share) - (1 - share) * Math.log(1 - share), 3)))
                .row(
                        "logistic regression",
                        List.of(ResultTable.Spread.of(scores[0], 3), ResultTable.Spread.of(scores[1], 3)));
    }

    private Chart boundary(double[] point) {
        Chart chart = Chart.of("Two irises, and where the odds are even", "petal length, cm", "petal width, cm");
        for (int label = 0; label < 2; label++) {
            int wanted = label;
            int[] of = IntStream.range(0, labels.length)
                    .filter(r -> labels[r] == wanted)
                    .toArray();
            chart = chart.dots(
                    label == 1 ? "virginica" : "versicolor",
                    Series.of(
                            IntStream.of(of).mapToDouble(r -> rows.get(r, 0)).toArray(),
                            IntStream.of(of).mapToDouble(r -> rows.get(r, 1)).toArray()));
        }
        double low = Arrays.stream(rows.column(0)).min().orElseThrow();
        double high = Arrays.stream(rows.column(0)).max().orElseThrow();
        for (double chance : new double[] {0.1, 0.5, 0.9}) {
            double odds = Math.log(chance / (1 - chance));
            double[] x = {low, high};
            double[] y = {(odds - point[0] - point[1] * low) / point[2], (odds - point[0] - point[1] * high) / point[2]
            };
            chart = chart.line(Math.round(100 * chance) + " % virginica", Series.of(x, y));
        }
        return chart;
    }

    /** Draws how far above the least loss each minimiser still is after so many steps from the origin. */
    private Chart descent() {
        double least = lowest().value();
        double[] start = new double[loss.dimensions()];
        List<Integer> steps = IntStream.rangeClosed(1, STEPS).boxed().toList();
        return Chart.of("Three ways down", "steps", "log10 of the loss above the least")
                .line("steepest descent", way(steps, least, k -> new SteepestDescent(0, 0, k).minimize(loss, start)))
                .line("L-BFGS", way(steps, least, k -> new Lbfgs(10, 0, 0, k).minimize(loss, start)))
                .line("Newton", way(steps, least, k -> new Newton(0, k).minimize(loss, start)));
    }

    private static Series way(List<Integer> steps, double least, IntFunction<Minimum> walk) {
        return Series.of(
                steps.stream().mapToDouble(Integer::doubleValue).toArray(),
                steps.stream()
                        .mapToDouble(
                                k -> Math.log10(Math.max(FLOOR, walk.apply(k).value() - least)))
                        .toArray());
    }
}
