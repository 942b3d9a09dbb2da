package org.industrialmind.recipes.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandwrittenDigitsTest {
    @Test
    void drawings_are_told_apart_by_every_network(@TempDir Path folder) throws IOException {
        DrawnDigits.write(folder, 1800, 4);
        Findings findings = run(folder);
        assertThat(findings.metrics().values())
                .hasSize(3)
                .allSatisfy(accuracy -> assertThat(accuracy).isGreaterThan(0.9));
        assertThat(findings.plots()).containsKey("loss");
        assertThat(findings.tables().getFirst().rows()).hasSize(6);
        assertThat(findings.tables().get(1).rows()).hasSize(10);
    }

    @Test
    void naive_answers_are_what_they_say(@TempDir Path folder) throws IOException {
        DrawnDigits.write(folder, 300, 5);
        DigitImages all = DigitImages.read(folder.resolve(DrawnDigits.IMAGES), folder.resolve(DrawnDigits.LABELS));
        assertThat(NaiveDigits.mostFrequent(all, all)).hasSize(300).containsOnly(NaiveDigits.mostFrequent(all, all)[0]);
        assertThat(NaiveDigits.nearestMean(all, all)).isEqualTo(all.labels());
        assertThat(NaiveDigits.nearestImage(all, all)).isEqualTo(all.labels());
    }

    @Test
    void the_surest_mistakes_come_first(@TempDir Path folder) throws IOException {
        DrawnDigits.write(folder, 60, 6);
        DigitImages all = DigitImages.read(folder.resolve(DrawnDigits.IMAGES), folder.resolve(DrawnDigits.LABELS));
        double[][] said = new double[60][10];
        for (int i = 0; i < 60; i++) {
            said[i][i < 2 ? (all.label(i) + 1) % 10 : all.label(i)] = i == 1 ? 0.9 : 0.6;
        }
        Mistakes mistakes = Mistakes.of(all, new DigitNetwork.Trained(List.of(), 0, 0, said));
        assertThat(mistakes.worst()).extracting(Mistakes.Mistake::image).containsExactly(1, 0);
        assertThat(mistakes.table().rows()).hasSize(2);
        assertThat(mistakes.sheet().bytes()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_convolution_reads_real_hands_better_than_a_weighted_sum() throws IOException {
        String told = Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")).orElse("../../shared/data");
        Path folder = Path.of(told, "mnist");
        assumeTrue(
                Files.isReadable(folder.resolve(DrawnDigits.IMAGES)),
                () -> "no MNIST in " + folder + ": set INDUSTRIALMIND_DATA to the folder that has mnist/*.gz");
        Map<String, Double> metrics = run(folder).metrics();
        assertThat(metrics.getOrDefault("convolutional_network_accuracy", Double.NaN))
                .isGreaterThan(0.9)
                .isGreaterThan(metrics.getOrDefault("softmax_regression_accuracy", Double.NaN));
    }

    private static Findings run(Path folder) throws IOException {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new HandwrittenDigits().run(new Order(folder, Order.Size.SMALL, List.of(1L), new Progress(nowhere)));
    }
}
