package org.industrialmind.recipes.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.attribution.TreeShap;
import org.industrialmind.foundations.supervised.TargetRows;
import org.industrialmind.foundations.tree.DecisionTree;
import org.industrialmind.foundations.tree.TreeRegressor;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Kitchen;
import org.industrialmind.recipes.recipe.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreesTest {
    private static final int FLAVANOIDS = 6; // the column that alone tells the vines made up here
    private static final int SHELL = 6; // and the one among the numbers of a shell that tells its rings

    @TempDir
    private Path folder;

    @Test
    void finds_the_one_column_that_tells() throws IOException {
        Files.writeString(folder.resolve("wine.csv"), wines(new SplittableRandom(1)));
        Files.writeString(folder.resolve("abalone.csv"), shells(new SplittableRandom(2)));
        Findings findings = Kitchen.small(new Trees(), folder);
        assertThat(findings.plots())
                .containsOnlyKeys(
                        "wine-depth",
                        "wine-rounds",
                        "wine-columns",
                        "abalone-depth",
                        "abalone-rounds",
                        "abalone-columns");
        assertThat(metric(findings, "wine_shares_of_the_vines_error")).isCloseTo(2.0 / 3, within(0.02));
        assertThat(metric(findings, "wine_gradient_boosting_error")).isLessThan(0.05);
        assertThat(metric(findings, "abalone_gradient_boosting_error"))
                .isLessThan(metric(findings, "abalone_mean_error") / 2);
        assertThat(leading(findings, "wine, what boosting leans on")).isEqualTo("flavanoids");
        assertThat(leading(findings, "abalone, what boosting leans on")).isEqualTo("shell");
    }

    @Test
    void a_forest_judges_itself_as_others_judge_it() throws IOException {
        Files.writeString(folder.resolve("wine.csv"), wines(new SplittableRandom(3)));
        Files.writeString(folder.resolve("abalone.csv"), shells(new SplittableRandom(4)));
        Findings findings = Kitchen.small(new Trees(), folder);
        assertThat(metric(findings, "wine_out_of_bag_error"))
                .isCloseTo(metric(findings, "wine_random_forest_error"), within(0.1));
        double error = metric(findings, "abalone_random_forest_error");
        assertThat(metric(findings, "abalone_out_of_bag_error")).isBetween(0.7 * error, 1.4 * error);
    }

    @Test
    void better_beyond_the_spread_is_who_is_further_away_than_both_deviations() {
        Map<String, double[]> errors = new LinkedHashMap<>();
        errors.put("far", new double[] {9, 10, 11}); // 10 +- 1
        errors.put("near", new double[] {4, 5, 6}); // 5 +- 1
        errors.put("best", new double[] {3, 4, 5}); // 4 +- 1
        Verdict verdict = Verdict.of(errors);
        assertThat(verdict).isEqualTo(new Verdict("best", List.of("far"), List.of("near"), 3));
        assertThat(verdict.sentence("made up"))
                .isEqualTo("made up: best errs least, better beyond the spread of 3 seeds than far;"
                        + " not to be told from it: near.");
    }

    @Test
    void one_seed_says_nothing_of_the_spread() {
        Verdict verdict = Verdict.of(Map.of("a", new double[] {1}, "b", new double[] {2}));
        assertThat(verdict.sentence("made up"))
                .isEqualTo("made up: a errs least; one seed says nothing of the spread.");
    }

    @Test
    void credit_of_a_single_cut_goes_to_its_column_alone() {
        Matrix rows = Matrix.ofRows(new double[] {0, 5}, new double[] {1, 5}, new double[] {0, 5}, new double[] {1, 5});
        TreeRegressor tree = DecisionTree.defaults().fit(TargetRows.of(rows, new double[] {2, 6, 2, 6}), 0);
        Credit credit = Credit.of(tree.gains(), TreeShap.of(tree), rows);
        assertThat(credit.gain(0)).isCloseTo(1, within(1e-12));
        assertThat(credit.shapley(0)).isCloseTo(1, within(1e-12));
        assertThat(credit.shapley(1)).isZero();
        assertThat(credit.order()).containsExactly(0, 1);
    }

    @Test
    void on_the_real_tables_many_trees_tell_better_than_one() throws IOException {
        Findings findings = Kitchen.small(new Trees(), Kitchen.publicData("small_tabular"));
        assertThat(metric(findings, "wine_random_forest_error")).isLessThan(metric(findings, "wine_one_tree_error"));
        assertThat(metric(findings, "abalone_random_forest_error"))
                .isLessThan(metric(findings, "abalone_one_tree_error"));
        assertThat(metric(findings, "abalone_pruned_tree_error"))
                .isLessThan(metric(findings, "abalone_one_tree_error"));
        assertThat(metric(findings, "abalone_gradient_boosting_error"))
                .isLessThan(metric(findings, "abalone_mean_error"));
    }

    private static double metric(Findings findings, String name) {
        return findings.metrics().getOrDefault(name, Double.NaN);
    }

    private static String leading(Findings findings, String title) {
        return findings.tables().stream()
                .filter(table -> table.title().equals(title))
                .map(ResultTable::rows)
                .findFirst()
                .orElseThrow()
                .getFirst()
                .name();
    }

    private static String wines(SplittableRandom random) {
        StringBuilder wines = new StringBuilder();
        for (int r = 0; r < 150; r++) {
            int vine = r % 3;
            for (int c = 0; c < 13; c++) {
                double value = c == FLAVANOIDS ? vine + random.nextDouble(0.9) : random.nextDouble();
                wines.append(String.format(Locale.ROOT, "%.4f,", value));
            }
            wines.append(vine + 1).append('\n');
        }
        return wines.toString();
    }

    private static String shells(SplittableRandom random) {
        StringBuilder shells = new StringBuilder();
        for (int r = 0; r < 240; r++) {
            double[] values =
                    IntStream.range(0, 7).mapToDouble(c -> random.nextDouble()).toArray();
            shells.append("MFI".charAt(r % 3));
            for (double value : values) {
                shells.append(String.format(Locale.ROOT, ",%.4f", value));
            }
            shells.append(',')
                    .append(Math.round(5 + 10 * values[SHELL] * values[SHELL]))
                    .append('\n');
        }
        return shells.toString();
    }
}
