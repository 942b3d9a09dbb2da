package org.industrialmind.recipes.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Kitchen;
import org.industrialmind.recipes.recipe.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClustersTest {
    @TempDir
    private Path folder;

    @Test
    void kinds_that_lie_far_apart_are_found_and_counted_without_their_names() throws IOException {
        write("iris.csv", 4, "Iris-");
        write("wine.csv", 13, "");
        Findings findings = Kitchen.small(new Clusters(), folder);
        assertThat(findings.metrics()).containsEntry("irisBySilhouette", 3.0).containsEntry("wineByBic", 3.0);
        assertThat(findings.metrics().get("irisAri")).isEqualTo(1);
        assertThat(findings.plots()).containsKeys("iris-pca", "wine-tsne", "wine-fuzzy", "iris-silhouette", "wine-bic");
        ResultTable wines = findings.tables().get(1);
        assertThat(ari(wines, "one group")).isZero();
        assertThat(ari(wines, "labels by lot")).isEqualTo(0, within(0.05));
        assertThat(wines.rows())
                .filteredOn(row -> row.name().contains("DBSCAN") || row.name().startsWith("Ward"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(ari(wines, row.name())).isGreaterThan(0.7));
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Kitchen.small(new Clusters(), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("iris.csv");
    }

    @Test
    void on_the_public_tables_wines_fall_into_their_kinds_and_irises_into_two_groups() throws IOException {
        Findings findings = Kitchen.small(new Clusters(), Kitchen.publicData("small_tabular"));
        assertThat(findings.metrics().get("wineAri")).isGreaterThan(0.85);
        assertThat(findings.metrics()).containsEntry("irisBySilhouette", 2.0);
    }

    private static double ari(ResultTable table, String name) {
        return table.rows().stream()
                .filter(row -> row.name().equals(name))
                .mapToDouble(row -> Double.parseDouble(row.cells().get(2).text().split(" ", -1)[0]))
                .findFirst()
                .orElseThrow();
    }

    /** Writes 120 rows of three kinds, ten deviations apart in every column. */
    private void write(String file, int columns, String prefix) throws IOException {
        SplittableRandom random = new SplittableRandom(columns);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            for (int c = 0; c < columns; c++) {
                int level = (i % 3 + c) % 3;
                rows.append(String.format(Locale.ROOT, "%.3f,", 10 * level + random.nextGaussian()));
            }
            rows.append(prefix).append("kind").append(i % 3).append('\n');
        }
        Files.writeString(folder.resolve(file), rows);
    }
}
