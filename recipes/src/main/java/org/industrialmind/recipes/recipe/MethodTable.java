package org.industrialmind.recipes.recipe;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.tabular.publicdata.Scored;

/** The comparison of methods on a public table, as a recipe shows it. */
public final class MethodTable {
    private MethodTable() {}

    /** Returns mean and spread over seeds of these scores, a row for each method. */
    public static ResultTable of(String title, List<Scored> results, String... scores) {
        ResultTable table = ResultTable.of(title, scores);
        for (Scored scored : results) {
            List<ResultTable.Cell> cells = new ArrayList<>();
            for (String score : scores) {
                cells.add(ResultTable.Spread.of(scored.values(score), 3));
            }
            table = table.row(scored.method().name(), cells);
        }
        return table;
    }

    /** Notes the mean of these scores of the first method, the chosen one. */
    public static void note(Findings findings, List<Scored> results, String... scores) {
        for (String score : scores) {
            findings.metric(score, results.getFirst().moments(score).mean());
        }
    }
}
