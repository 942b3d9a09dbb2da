package org.industrialmind.recipes.titanic;

import java.io.IOException;
import java.util.List;
import org.industrialmind.foundations.metrics.ProbabilityMetrics;
import org.industrialmind.foundations.metrics.RocCurve;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.learning.tabular.explain.PermutationImportance;
import org.industrialmind.learning.tabular.explain.PermutationImportance.Importance;
import org.industrialmind.learning.tabular.explain.RowScore;
import org.industrialmind.learning.tabular.pipeline.TabularClassifier;
import org.industrialmind.learning.tabular.publicdata.Comparison;
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

/** Predicts who was saved, asks the model why, and shows what a rule that knows only the sex gets right. */
public final class TitanicSurvival implements Recipe {
    private static final PublicTable TITANIC = PublicTable.named("titanic");

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "titanic",
                "Who was saved from the Titanic, and what gave it away?",
                List.of("titanic.csv"),
                "891 passengers as distributed with Seaborn; no licence stated");
    }

    @Override
    public Findings run(Order order) throws IOException {
        Table passengers = TITANIC.read(order.file("titanic.csv"));
        var scored = new Comparison(TITANIC, order.seeds(), order.progress()::say)
                .crossValidated(passengers, order.scaled(3, 10));
        Findings findings = new Findings()
                .table(MethodTable.of("cross-validated", scored, "accuracy", "auc", "f1", "brier"))
                .say(
                        "Whoever knows nothing but the sex is right in nearly four of five cases; perfect scores on public "
                                + "boards are labels found elsewhere.");
        MethodTable.note(findings, scored, "accuracy", "auc");
        explain(passengers, order.seeds().getFirst(), findings);
        return findings;
    }

    private static void explain(Table passengers, long seed, Findings findings) {
        Split split = new StratifiedKFold(3)
                .split(RowKeys.ofLabels(TITANIC.labels(passengers)), seed)
                .getFirst();
        TabularClassifier model = TITANIC.methods().getFirst().pipeline().fitRows(passengers, split.train(), seed);
        Table test = passengers.select(split.test());
        boolean[] saved = TITANIC.positives(test);
        RocCurve roc = RocCurve.of(saved, model.probabilities(test, TITANIC.positive()));
        findings.plot(
                "roc",
                Chart.of(
                                "Saved or not, on a third not learned from",
                                "share of the lost called saved",
                                "share of the saved found")
                        .line("boosted trees", Series.of(roc.falseAlarmRates(), roc.recalls()))
                        .line("coin", Series.of(new double[] {0, 1}, new double[] {0, 1})));
        List<Importance> importances = PermutationImportance.defaults()
                .of(
                        RowScore.of(model.classifier(), model.levels().indexOf(TITANIC.positive())),
                        model.encode(test),
                        scores -> ProbabilityMetrics.logLoss(saved, scores),
                        seed);
        findings.plot(
                "importance",
                Chart.of("What the model leans on: log loss lost when a column is shuffled", "", "rise of the log loss")
                        .bars(
                                "rise",
                                importances.stream()
                                        .map(each -> model.featureNames()
                                                .get(each.columns().getFirst()))
                                        .toList(),
                                importances.stream()
                                        .mapToDouble(Importance::rise)
                                        .toArray()));
    }
}
