package org.industrialmind.recipes.loanapproval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.learning.tabular.decision.Costs;
import org.industrialmind.learning.tabular.decision.RiskCurve;
import org.industrialmind.learning.tabular.decision.RiskPolicy;
import org.industrialmind.learning.tabular.decision.ScoredCases;
import org.industrialmind.learning.tabular.pipeline.ClassifierPipeline;
import org.industrialmind.learning.tabular.publicdata.Comparison;
import org.industrialmind.learning.tabular.publicdata.GermanCredit;
import org.industrialmind.learning.tabular.selection.FoldMethod;
import org.industrialmind.learning.tabular.selection.OutOfFold;
import org.industrialmind.learning.tabular.selection.RowKeys;
import org.industrialmind.learning.tabular.selection.StratifiedKFold;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.recipes.recipe.DecisionFile;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.MethodTable;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;
import org.industrialmind.recipes.recipe.ResultTable;

/** Scores loans out of fold, lays the costs over every threshold, and shows what the cheapest one does to the young. */
public final class LoanApproval implements Recipe {
    private static final GermanCredit LOANS = new GermanCredit();
    private static final String DESCRIPTION =
            "Refuse a loan from which risk on? German credit (Statlog); each loan scored by a model that had not seen it.";
    private static final int STEPS = 100;
    private static final int YOUNG = 25; // years; the line that studies of this table draw

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "loan-approval",
                "From which risk on should a bank refuse a loan, and whom does that hit?",
                List.of("german_train.csv"),
                "German credit (Statlog), UCI, CC BY 4.0");
    }

    @Override
    public Findings run(Order order) throws IOException {
        Table loans = LOANS.read(order.file("german_train.csv"));
        int folds = order.scaled(3, 10);
        var scored = new Comparison(LOANS, order.seeds(), order.progress()::say).crossValidated(loans, folds);
        Findings findings = new Findings()
                .table(MethodTable.of("telling bad loans, cross-validated", scored, "auc", "accuracy", "f1", "brier"));
        MethodTable.note(findings, scored, "auc");
        Costs costs = new Costs(GermanCredit.COST_OF_BAD, 1);
        ScoredCases cases = cases(loans, folds, order.seeds().getFirst());
        findings.attach(DecisionFile.NAME, DecisionFile.bytes(DESCRIPTION, costs, cases));
        return decide(new RiskCurve(cases, costs), costs, findings);
    }

    /** Scores each loan by a model that has not seen it. */
    private static ScoredCases cases(Table loans, int folds, long seed) {
        ClassifierPipeline pipeline = LOANS.methods().getFirst().pipeline();
        FoldMethod method = (train, test, draw) -> Matrix.of(
                test.length,
                1,
                pipeline.fitRows(loans, train, draw).probabilities(loans.select(test), LOANS.positive()));
        RowKeys keys = RowKeys.ofLabels(LOANS.labels(loans));
        double[] risks = OutOfFold.of(method, keys, new StratifiedKFold(folds), seed)
                .requireAll()
                .column(0);
        List<String> groups = new ArrayList<>();
        for (double age : loans.numeric("age").toArray()) {
            groups.add(age <= YOUNG ? "up to " + YOUNG : "older");
        }
        return ScoredCases.of(risks, LOANS.positives(loans), groups);
    }

    private static Findings decide(RiskCurve curve, Costs costs, Findings findings) {
        RiskPolicy fair = curve.at(costs.fairRisk());
        ResultTable policies = ResultTable.of(
                        "the line is drawn where", "refused from", "approved", "bad of those", "cost a case")
                .row("0: nobody gets a loan", cells(curve.at(0)))
                .row("bad is more likely than good", cells(curve.at(0.5)))
                .row("the costs say", cells(fair))
                .row("it was cheapest in the end", cells(curve.cheapest(STEPS)))
                .row("1: everybody gets a loan", cells(curve.at(1.01)));
        ResultTable groups =
                ResultTable.of("what the costs say, by age", "cases", "approved", "good refused", "bad of those");
        for (RiskPolicy.GroupEffect group : fair.groups()) {
            groups = groups.row(
                    group.group(),
                    List.of(
                            ResultTable.count(group.cases()),
                            ResultTable.score(group.approvalRate()),
                            ResultTable.score(group.goodRefused()),
                            ResultTable.score(group.badShare())));
        }
        List<RiskPolicy> all = curve.policies(STEPS);
        return findings.table(policies)
                .table(groups)
                .plot(
                        "threshold",
                        Chart.of("What a threshold does", "refuse from this risk on", "share, cost a case")
                                .line("approved", series(all, RiskPolicy::approvalRate))
                                .line("bad of the approved", series(all, RiskPolicy::badShare))
                                .line("cost a case", series(all, RiskPolicy::costPerCase)))
                .metric("cost_per_case_fair", fair.costPerCase())
                .metric("approval_rate_fair", fair.approvalRate())
                .say("A bad loan costs five refused good ones, so a risk of one in six is the line; the cheapest line "
                        + "afterwards was read off the same loans and flatters itself.");
    }

    private static double[] cells(RiskPolicy policy) {
        return new double[] {policy.threshold(), policy.approvalRate(), policy.badShare(), policy.costPerCase()};
    }

    private static Series series(List<RiskPolicy> policies, ToDoubleFunction<RiskPolicy> value) {
        return Series.of(
                policies.stream().mapToDouble(RiskPolicy::threshold).toArray(),
                policies.stream().mapToDouble(value).toArray());
    }
}
