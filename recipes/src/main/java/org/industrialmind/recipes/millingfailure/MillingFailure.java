package org.industrialmind.recipes.millingfailure;

import java.io.IOException;
import java.util.List;
import org.industrialmind.foundations.metrics.PrecisionRecallCurve;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.learning.tabular.publicdata.Comparison;
import org.industrialmind.learning.tabular.publicdata.Method;
import org.industrialmind.learning.tabular.publicdata.PublicTable;
import org.industrialmind.learning.tabular.selection.RowKeys;
import org.industrialmind.learning.tabular.selection.Split;
import org.industrialmind.learning.tabular.selection.StratifiedKFold;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.MethodTable;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;

/** Finds the three runs in a hundred that fail, and shows what three formulas of a mechanic are worth. */
public final class MillingFailure implements Recipe {
    private static final PublicTable RUNS = PublicTable.named("ai4i");
    private static final int SMALL_ROWS = 2000;

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "milling-failure",
                "Which runs of a milling machine fail, and what is a mechanic's formula worth to a model?",
                List.of("ai4i_train.csv"),
                "AI4I 2020, UCI, CC BY 4.0 (Matzka 2020)");
    }

    @Override
    public Findings run(Order order) throws IOException {
        Table all = RUNS.read(order.file("ai4i_train.csv"));
        Table runs = order.small() ? all.slice(0, Math.min(SMALL_ROWS, all.rows())) : all;
        var scored =
                new Comparison(RUNS, order.seeds(), order.progress()::say).crossValidated(runs, order.scaled(3, 5));
        Findings findings = new Findings()
                .table(MethodTable.of("cross-validated", scored, "accuracy", "f1", "mcc", "pr_auc", "auc", "fit_s"))
                .plot("precision-recall", curves(runs, order.seeds().getFirst()))
                .say(
                        "Whoever says that nothing ever fails is right in 97 of 100 runs: accuracy is no measure here, the "
                                + "correlation of Matthews (mcc) and the area under precision and recall are.");
        MethodTable.note(findings, scored, "mcc", "f1", "pr_auc");
        return findings;
    }

    private static Chart curves(Table runs, long seed) {
        Split split = new StratifiedKFold(3)
                .split(RowKeys.ofLabels(RUNS.labels(runs)), seed)
                .getFirst();
        Table test = runs.select(split.test());
        boolean[] failed = RUNS.positives(test);
        Chart chart =
                Chart.of("A third not learned from", "recall: failures found", "precision: alarms that are right");
        for (Method method : RUNS.methods()) {
            PrecisionRecallCurve curve = PrecisionRecallCurve.of(
                    failed, method.pipeline().fitRows(runs, split.train(), seed).probabilities(test, RUNS.positive()));
            chart = chart.line(method.name(), Series.of(curve.recalls(), curve.precisions()));
        }
        return chart;
    }
}
