package org.industrialmind.recipes.adult;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.metrics.Reliability;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.learning.tabular.fairness.FairnessAudit;
import org.industrialmind.learning.tabular.fairness.FairnessReport;
import org.industrialmind.learning.tabular.fairness.GroupRates;
import org.industrialmind.learning.tabular.fairness.GroupThresholds;
import org.industrialmind.learning.tabular.fairness.JudgedRows;
import org.industrialmind.learning.tabular.publicdata.Comparison;
import org.industrialmind.learning.tabular.publicdata.PublicTable;
import org.industrialmind.learning.tabular.selection.RowKeys;
import org.industrialmind.learning.tabular.selection.Split;
import org.industrialmind.learning.tabular.selection.StratifiedKFold;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.MethodTable;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;
import org.industrialmind.recipes.recipe.ResultTable;

/** Predicts earnings with native categories, checks whether probabilities mean what they say, and for whom. */
public final class AdultEarnings implements Recipe {
    private static final PublicTable ADULT = PublicTable.named("adult");
    private static final int SMALL_ROWS = 3000;

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "adult",
                "Who earns more than 50,000 dollars a year, and is the model as right about women as about men?",
                List.of("adult-train.csv.gz"),
                "census income, UCI, CC BY 4.0");
    }

    @Override
    public Findings run(Order order) throws IOException {
        Table all = ADULT.read(order.file("adult-train.csv.gz"));
        Table adults = order.small() ? all.slice(0, Math.min(SMALL_ROWS, all.rows())) : all;
        var scored = new Comparison(ADULT, order.seeds(), order.progress()::say).crossValidated(adults, 5);
        Findings findings = new Findings()
                .table(MethodTable.of("5-fold cross-validated", scored, "accuracy", "auc", "brier", "fit_s"));
        MethodTable.note(findings, scored, "accuracy", "auc");
        judge(adults, order.seeds().getFirst(), findings);
        return findings.say(
                "The same threshold finds fewer of the well-paid women than of the men: the data has it so, "
                        + "and a model that is accurate on it repeats it. Whether to act on it is a decision, not a statistic.");
    }

    private static void judge(Table adults, long seed, Findings findings) {
        Split split = new StratifiedKFold(5)
                .split(RowKeys.ofLabels(ADULT.labels(adults)), seed)
                .getFirst();
        Table test = adults.select(split.test());
        boolean[] rich = ADULT.positives(test);
        double[] said = ADULT.methods()
                .getFirst()
                .pipeline()
                .fitRows(adults, split.train(), seed)
                .probabilities(test, ADULT.positive());
        findings.plot("reliability", reliability(rich, said));
        CategoricalColumn sexes = test.categorical("sex");
        JudgedRows rows = JudgedRows.of(sexes.codes(), rich, said);
        FairnessReport report = FairnessAudit.defaults().of(rows, GroupThresholds.same(0.5), seed);
        ResultTable table = ResultTable.of("by sex, at 0.5", "rows", "rich", "called rich", "recall", "false alarms");
        for (GroupRates group : report.groups()) {
            table = table.row(
                    sexes.levels().get(group.group()),
                    List.of(
                            ResultTable.count(group.rows()),
                            ResultTable.score(group.baseRate()),
                            ResultTable.score(group.selectionRate()),
                            ResultTable.score(group.recall()),
                            ResultTable.score(group.falseAlarmRate())));
        }
        findings.table(table);
        findings.metric("equalized_odds_gap", report.equalizedOdds());
    }

    private static Chart reliability(boolean[] rich, double[] said) {
        List<Reliability.Bin> bins = Reliability.of(rich, said, 10).bins().stream()
                .filter(bin -> bin.rows() > 0)
                .toList();
        double[] x = bins.stream().mapToDouble(Reliability.Bin::meanProbability).toArray();
        double[] y = bins.stream().mapToDouble(Reliability.Bin::share).toArray();
        double[] ends = IntStream.rangeClosed(0, 1).asDoubleStream().toArray();
        return Chart.of("Do probabilities mean what they say?", "said", "happened")
                .line("boosted trees", Series.of(x, y))
                .dots("", Series.of(x, y))
                .line("perfect", Series.of(ends, Arrays.copyOf(ends, ends.length)));
    }
}
