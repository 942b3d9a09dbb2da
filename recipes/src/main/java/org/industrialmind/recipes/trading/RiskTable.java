package org.industrialmind.recipes.trading;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.recipes.recipe.ResultTable;
import org.industrialmind.recipes.trading.ValueAtRisk.Model;

/** The value at risk of each day, told from the days before it, against what then happened. */
final class RiskTable {
    private RiskTable() {}

    /** One model at one level, over all days that have enough before them. */
    record Verdict(double meanLoss, double meanShortfall, double lossBeyond, ExceedanceTest test) {}

    /**
     * Tells the value at risk of every day from the returns of the days before it.
     *
     * @param memory how many of them
     */
    static Verdict judge(double[] returns, int memory, Model model, double level) {
        int days = returns.length - memory;
        int exceedances = 0;
        double losses = 0;
        double shortfalls = 0;
        double beyond = 0;
        for (int d = memory; d < returns.length; d++) {
            ValueAtRisk risk = model.of(Arrays.copyOfRange(returns, d - memory, d), level);
            losses += risk.loss() / days;
            shortfalls += risk.shortfall() / days;
            if (-returns[d] > risk.loss()) {
                exceedances++;
                beyond -= returns[d];
            }
        }
        return new Verdict(losses, shortfalls, beyond / exceedances, new ExceedanceTest(exceedances, days, 1 - level));
    }

    static ResultTable of(double[] returns, int memory) {
        ResultTable table = ResultTable.of(
                "risk of buy and hold, one day",
                "VaR %",
                "CVaR %",
                "lost beyond %",
                "days",
                "beyond",
                "promised",
                "Kupiec p");
        for (double level : new double[] {0.95, 0.99}) {
            for (Model model : Model.values()) {
                Verdict verdict = judge(returns, memory, model, level);
                ExceedanceTest test = verdict.test();
                table = table.row(
                        Math.round(100 * level) + " %, " + model.words(),
                        List.of(
                                number(100 * verdict.meanLoss(), 2),
                                number(100 * verdict.meanShortfall(), 2),
                                number(100 * verdict.lossBeyond(), 2),
                                number(test.days(), 0),
                                number(test.exceedances(), 0),
                                number(test.promised() * test.days(), 1),
                                number(test.pValue(), 4)));
            }
        }
        return table;
    }

    private static ResultTable.Cell number(double value, int digits) {
        return new ResultTable.Number(value, digits);
    }
}
