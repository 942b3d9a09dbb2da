package org.industrialmind.recipes.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Kitchen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LowRankTablesTest {
    private static final String IMAGES = "train-images-idx3-ubyte.gz";

    @TempDir
    private Path folder;

    @Test
    void without_images_a_picture_by_formula_is_compressed_and_ratings_are_guessed() throws IOException {
        Findings findings = Kitchen.small(new LowRankTables(), folder);
        assertThat(findings.metrics().get("formulaPsnr")).isGreaterThan(20);
        assertThat(findings.plots()).containsKeys("formula-original", "formula-rank-20", "ratings");
        assertThat(findings.metrics()).containsEntry("rank", (double) GeneratedRatings.TASTES);
        assertThat(findings.metrics().get("rmse"))
                .isLessThan(0.8 * Objects.requireNonNull(findings.metrics().get("rmseOffsets")))
                .isGreaterThan(findings.metrics().get("rmseFloor"));
    }

    @Test
    void a_sheet_of_images_is_compressed_in_two_arrangements() throws IOException {
        images(64, 9);
        Findings findings = Kitchen.small(new LowRankTables(), folder);
        assertThat(findings.plots()).containsKeys("sheet-original", "digits-rank-20");
        assertThat(findings.metrics().get("digitsPsnr")).isGreaterThan(20);
    }

    @Test
    void a_file_of_too_few_images_is_refused_with_their_number() throws IOException {
        images(63, 9);
        assertThatThrownBy(() -> Kitchen.small(new LowRankTables(), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("63 images of 9 x 9")
                .hasMessageContaining("at least 64");
    }

    @Test
    void on_public_digits_a_row_for_each_digit_loses_less() throws IOException {
        Findings findings = Kitchen.small(new LowRankTables(), Kitchen.publicData("mnist"));
        assertThat(findings.metrics().get("digitsPsnr"))
                .isGreaterThan(findings.metrics().get("sheetPsnr"));
    }

    /** Writes images in which a bright bar lies somewhere. */
    private void images(int count, int side) throws IOException {
        try (DataOutputStream file =
                new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(folder.resolve(IMAGES))))) {
            file.writeInt(2051);
            file.writeInt(count);
            file.writeInt(side);
            file.writeInt(side);
            for (int i = 0; i < count; i++) {
                for (int p = 0; p < side * side; p++) {
                    file.writeByte(p / side == i % side ? 255 : 10);
                }
            }
        }
    }
}
