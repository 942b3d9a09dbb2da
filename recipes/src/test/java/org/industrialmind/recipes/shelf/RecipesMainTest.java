package org.industrialmind.recipes.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;
import org.industrialmind.recipes.recipe.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipesMainTest {
    @Test
    void every_recipe_has_a_name_of_its_own_a_question_and_a_licence() {
        assertThat(Shelf.RECIPES)
                .extracting(Recipe::card)
                .doesNotHaveDuplicates()
                .allSatisfy(card -> assertThat(card.question()).endsWith("?"))
                .allSatisfy(card -> assertThat(card.licence()).isNotBlank());
    }

    @Test
    void an_unknown_recipe_is_answered_with_the_known_ones() {
        StringWriter said = new StringWriter();
        int code = RecipesMain.commandLine().setErr(new PrintWriter(said)).execute("run", "souffle");
        assertThat(code).isEqualTo(1);
        assertThat(said.toString()).contains("'souffle'").contains("pumpfailure");
    }

    @Test
    void findings_are_saved_for_programs_and_for_people(@TempDir Path folder) throws Exception {
        Findings findings = new Findings()
                .table(ResultTable.of("model", "accuracy").row("ours <1>", 0.5))
                .plot("loss", Chart.of("loss", "epoch", "loss").line("train", Series.of(2, 1)))
                .metric("accuracy", 0.5)
                .attach("cases.csv", "heads\n".getBytes(StandardCharsets.UTF_8))
                .say("Nothing beats a coin.");
        RecipeCard card = new RecipeCard("coin", "Heads?", List.of(), "none");
        Path page = new SavedFindings(card, List.of(1L), Instant.EPOCH).write(findings, folder, Instant.EPOCH);
        assertThat(page)
                .content()
                .contains("ours &lt;1&gt;", "0.500", "loss.svg", "cases.csv", "Nothing beats a coin.");
        assertThat(Files.readString(folder.resolve("report.json"))).contains("\"accuracy\" : 0.5");
        assertThat(folder.resolve("loss.svg")).exists();
        assertThat(folder.resolve("cases.csv")).hasContent("heads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../cases.csv", "cases", "Cases.csv", "a/b.csv", "report.json", "report.html", "kept.csv"})
    void a_file_cannot_leave_the_folder_or_take_anothers_name(String name) {
        Findings findings = new Findings().attach("kept.csv", new byte[1]);
        assertThatThrownBy(() -> findings.attach(name, new byte[1])).hasMessageContaining("'" + name + "'");
    }

    @Test
    void a_table_stands_in_even_columns() {
        ResultTable table = ResultTable.of("model", "f1", "found")
                .row("a", List.of(ResultTable.Spread.of(new double[] {1, 3}, 1), new ResultTable.Words("4/5")))
                .row("longer", List.of(new ResultTable.Number(Double.NaN, 2), new ResultTable.Words("-")));
        assertThat(table.text()).isEqualTo("""
                        model           f1  found
                        a       2.0 +- 1.4    4/5
                        longer           -      -""");
    }
}
