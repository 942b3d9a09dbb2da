package org.industrialmind.recipes.bearinglives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Kitchen;
import org.industrialmind.recipes.recipe.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BearingLivesTest {
    private static final int READINGS = 256;

    @TempDir
    private Path folder;

    /** Writes a bearing of its own loudness, which wears in its vertical direction alone. */
    private void write(String name, int snapshots, double loudness, SplittableRandom random) throws IOException {
        StringBuilder text = new StringBuilder("snapshot,axis\n");
        for (int s = 1; s <= snapshots; s++) {
            double worn = Math.exp(3.0 * s / snapshots);
            for (String axis : new String[] {"h", "v"}) {
                text.append(s).append(',').append(axis);
                for (int t = 0; t < READINGS; t++) {
                    double amplitude = loudness * (axis.equals("v") ? worn : 1);
                    text.append(String.format(Locale.ROOT, ",%.4f", amplitude * random.nextGaussian()));
                }
                text.append('\n');
            }
        }
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            packed.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_others_tell_which_features_wear_and_the_level_of_one_direction_does_not() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder index = new StringBuilder("bearing,operating_condition,snapshots_to_failure\n");
        for (int b = 1; b <= 3; b++) {
            index.append(String.format(Locale.ROOT, "B%d,%d,%d%n", b, b, 25 + 5 * b));
            write("B" + b + ".csv.gz", 25 + 5 * b, b, random);
        }
        Files.writeString(folder.resolve("index.csv"), index);
        Findings findings = Kitchen.small(new BearingLives(), folder);
        assertThat(findings.metrics().get("trendability")).isGreaterThan(0.95);
        assertThat(findings.metrics().get("prognosability")).isGreaterThan(0.9);
        assertThat(findings.plots()).containsKey("wear");
        ResultTable table = findings.tables().getFirst();
        assertThat(table.text()).contains("level of vibration", "weighed by the others");
        assertThat(table.columns()).containsExactly("monotone", "one shape", "fails at one value");
        ResultTable.Row level = table.rows().getFirst();
        assertThat(level.name()).isEqualTo("level of vibration");
        // of a direction that does not wear: what little shape there is comes from holding the highest value so far
        assertThat(value(level, 1)).isLessThan(0.7);
        assertThat(value(level, 2)).isLessThan(0.7);
        assertThat(value(table.rows().getLast(), 1)).isGreaterThan(0.95);
        assertThat(value(table.rows().getLast(), 2)).isGreaterThan(0.9);
    }

    private static double value(ResultTable.Row row, int column) {
        return ((ResultTable.Number) row.cells().get(column)).value();
    }

    @Test
    void says_which_file_it_misses() {
        assertThatThrownBy(() -> Kitchen.small(new BearingLives(), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("index.csv was not found");
    }
}
