package org.industrialmind.recipes.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitImagesTest {
    @TempDir
    private Path folder = Path.of("");

    private Path images = Path.of("");
    private Path labels = Path.of("");

    @BeforeEach
    void name_files() {
        images = folder.resolve(DrawnDigits.IMAGES);
        labels = folder.resolve(DrawnDigits.LABELS);
    }

    @Test
    void bytes_become_brightnesses_in_rows() throws IOException {
        DrawnDigits.idx(images, new byte[] {0, 51, (byte) 255, 102, 1, 2, 3, 4}, 2051, 2, 2, 2);
        DrawnDigits.idx(labels, new byte[] {7, 0}, 2049, 2);
        DigitImages read = DigitImages.read(images, labels);
        assertThat(read.labels()).containsExactly(7, 0);
        assertThat(read.tensor(0).values()).containsExactly(0, 0.2, 1, 0.4);
        assertThat(read.brightness(0, 1, 0)).isEqualTo(1);
        assertThat(read.slice(1, 2).brightness(0, 1, 1)).isEqualTo(4 / 255.0);
    }

    @Test
    void a_file_that_is_not_what_it_should_be_is_refused_by_name() throws IOException {
        DrawnDigits.idx(images, new byte[8], 2051, 2, 2, 2);
        DrawnDigits.idx(labels, new byte[] {7, 10}, 2049, 2);
        assertRefused("label 1", "is 10");
        DrawnDigits.idx(labels, new byte[] {7}, 2049, 2);
        assertRefused(labels.toString(), "1 of 2");
        DrawnDigits.idx(labels, new byte[] {7}, 2049, 1);
        assertRefused("2 images", "1 labels");
        DrawnDigits.idx(labels, new byte[] {7, 7}, 2051, 2);
        assertRefused("2051", "expected 2049");
        DrawnDigits.idx(labels, new byte[0], 2049);
        assertRefused("ends within its header");
        DrawnDigits.idx(images, new byte[8], 2051, 2, -2, 2);
        assertRefused("a side of -2");
    }

    @Test
    void the_test_is_the_last_sixth_and_shares_no_image_with_the_rest() throws IOException {
        DrawnDigits.write(folder, 120, 1);
        DigitImages all = DigitImages.read(images, labels);
        DigitSplit split = DigitSplit.of(all, 1000, 1000);
        assertThat(split.learned().size()).isEqualTo(90);
        assertThat(split.judging().size()).isEqualTo(10);
        assertThat(split.test().size()).isEqualTo(20);
        assertThat(split.test().tensor(0).values()).isEqualTo(all.tensor(100).values());
        assertThat(split.judging().tensor(9).values()).isEqualTo(all.tensor(99).values());
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(() -> DigitImages.read(images, labels))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(words);
    }
}
