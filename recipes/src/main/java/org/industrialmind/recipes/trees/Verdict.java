package org.industrialmind.recipes.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.industrialmind.recipes.recipe.ResultTable;

/**
 * Who is better beyond the spread: the method of least mean error, those whose mean lies above its own by more than both
 * deviations together, and those that luck with the folds may have put in their place.
 */
record Verdict(String best, List<String> worse, List<String> alike, int seeds) {
    /** @param errors one a seed for each method, in the order of the table */
    static Verdict of(Map<String, double[]> errors) {
        String best = "";
        ResultTable.Spread least = new ResultTable.Spread(Double.POSITIVE_INFINITY, 0, 0);
        int seeds = 0;
        for (Map.Entry<String, double[]> method : errors.entrySet()) {
            ResultTable.Spread error = ResultTable.Spread.of(method.getValue(), 0);
            best = error.mean() < least.mean() ? method.getKey() : best;
            least = error.mean() < least.mean() ? error : least;
            seeds = method.getValue().length;
        }
        List<String> worse = new ArrayList<>();
        List<String> alike = new ArrayList<>();
        for (Map.Entry<String, double[]> method : errors.entrySet()) {
            if (!method.getKey().equals(best)) {
                ResultTable.Spread error = ResultTable.Spread.of(method.getValue(), 0);
                boolean beyond = error.mean() - least.mean() > error.deviation() + least.deviation();
                (beyond ? worse : alike).add(method.getKey());
            }
        }
        return new Verdict(best, List.copyOf(worse), List.copyOf(alike), seeds);
    }

    String sentence(String problem) {
        if (seeds < 2) {
            return String.format(Locale.ROOT, "%s: %s errs least; one seed says nothing of the spread.", problem, best);
        }
        return String.format(
                Locale.ROOT,
                "%s: %s errs least, better beyond the spread of %d seeds than %s%s.",
                problem,
                best,
                seeds,
                worse.isEmpty() ? "none" : String.join(", ", worse),
                alike.isEmpty() ? "" : "; not to be told from it: " + String.join(", ", alike));
    }
}
