package org.industrialmind.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.torch.nn.Logbook;
import org.industrialmind.torch.nn.LossCurve;
import org.junit.jupiter.api.Test;

class FitProgressTest {
    private static String shown(boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        FitProgress fits = new FitProgress(new Progress(out), out, terminal);
        fits.accept(entry(1, 1, 0.5));
        fits.accept(entry(1, 2, 0.25));
        fits.accept(entry(2, 4, 0.125));
        fits.close();
        fits.close();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Logbook.Entry entry(int fit, int number, double loss) {
        return new Logbook.Entry(fit, new LossCurve.Epoch(number, 1e-3, loss, loss / 2), 4);
    }

    @Test
    void a_terminal_shows_one_growing_bar_for_each_fit() {
        assertThat(shown(true))
                .isEqualTo(String.join(
                        "",
                        "\rfit 1 [#####---------------] epoch 1 of at most 4, loss 0.5000, held out 0.2500 ",
                        "\rfit 1 [##########----------] epoch 2 of at most 4, loss 0.2500, held out 0.1250 ",
                        System.lineSeparator(),
                        "\rfit 2 [####################] epoch 4 of at most 4, loss 0.1250, held out 0.06250 ",
                        System.lineSeparator()));
    }

    @Test
    void a_file_gets_a_line_for_every_epoch() {
        assertThat(shown(false)).doesNotContain("\r", "#");
        assertThat(shown(false).lines().map(line -> line.replaceFirst("^\\[.*?\\] ", "")))
                .containsExactly(
                        "fit 1: epoch 1 of at most 4, loss 0.5000, held out 0.2500",
                        "fit 1: epoch 2 of at most 4, loss 0.2500, held out 0.1250",
                        "fit 2: epoch 4 of at most 4, loss 0.1250, held out 0.06250");
    }
}
