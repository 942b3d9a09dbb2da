package org.industrialmind.recipes.trees;

import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.tree.DecisionTree;
import org.industrialmind.learning.tabular.selection.FoldMethod;
import org.industrialmind.learning.tabular.selection.Metric;
import org.industrialmind.learning.tabular.selection.RowKeys;
import org.industrialmind.learning.tabular.selection.Split;
import org.industrialmind.learning.tabular.selection.Splitter;
import org.industrialmind.learning.tabular.table.Table;

/** Rows whose answers are known, the trees that may learn them, and how wrong an answer is. */
sealed interface Problem permits Wines, Shells {
    String FOREST = "random forest"; // whose out-of-bag error stands beside the cross-validated one

    /** Returns one word, which also begins the names of its plots and metrics. */
    String name();

    List<String> columns();

    RowKeys keys();

    /** Returns a way of splitting that suits the answers. */
    Splitter folds(int count);

    /** Returns what is compared; lower is better. */
    Metric error();

    /** Returns what boosting lowers round by round. */
    Metric loss();

    /** Returns the columns of the table, {@link #error} first. */
    List<Metric> metrics();

    /** Returns the methods by name, what knows nothing first; without the pruned tree. */
    Map<String, FoldMethod> methods();

    FoldMethod tree(DecisionTree settings);

    /** Returns what a leaf of a pruned tree may cost, the dearest first. */
    double[] leafPrices();

    /** Returns the greatest depth that is drawn. */
    int deepest();

    /** Returns the error of a forest on all rows, each judged by those trees alone that have not seen it. */
    double outOfBagError(long seed);

    /** Returns {@link #loss} after each round of boosting. Shape: [learned from or judged on, round]. */
    double[][] byRound(Split split, long seed);

    /** Returns what boosting on all rows leans on. */
    Credit credit(long seed);

    /** Returns all columns but one as numbers. Shape: [row, column]. */
    static Matrix numbers(Table table, String target) {
        List<String> names = table.without(target).names();
        double[][] rows = new double[table.rows()][names.size()];
        for (int c = 0; c < names.size(); c++) {
            double[] values = table.numeric(names.get(c)).toArray();
            for (int r = 0; r < rows.length; r++) {
                rows[r][c] = values[r];
            }
        }
        return Matrix.ofRows(rows);
    }
}
