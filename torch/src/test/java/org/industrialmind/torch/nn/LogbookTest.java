package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.industrialmind.learning.plot.Chart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogbookTest {
    private static final FitSettings TWO_EPOCHS = new FitSettings(2, 16, 1e-3, 2, 1);

    private static Fit.Report fit(Logbook logbook, long seed) {
        float[] values = NetworkTest.random(seed, 64 * 20);
        Examples examples = new Examples(values, values, 64);
        try (Network network = Network.create(NetworkSpecTest.dense(20, 5), seed)) {
            return Fit.of(network, TWO_EPOCHS, seed).notedIn(logbook).run(examples, examples);
        }
    }

    @Test
    void is_read_out_epoch_by_epoch_and_fit_by_fit() {
        List<Logbook.Entry> read = new ArrayList<>();
        Logbook logbook = Logbook.toldTo(read::add);
        Fit.Report first = fit(logbook, 1);
        Fit.Report second = fit(logbook, 2);
        assertThat(read)
                .containsExactly(
                        new Logbook.Entry(1, first.curve().epochs().get(0), 2),
                        new Logbook.Entry(1, first.curve().epochs().get(1), 2),
                        new Logbook.Entry(2, second.curve().epochs().get(0), 2),
                        new Logbook.Entry(2, second.curve().epochs().get(1), 2));
    }

    @Test
    void draws_the_losses_of_every_fit_and_nothing_of_none() {
        Logbook logbook = Logbook.closed();
        assertThat(logbook.chart("pump")).isEmpty();
        Fit.Report first = fit(logbook, 1);
        assertThat(logbook.chart("pump").map(Chart::svg))
                .contains(first.curve().chart("pump").svg());
        Fit.Report second = fit(logbook, 2);
        Chart both = second.curve().drawn(first.curve().drawn(LossCurve.axes("pump"), ", fit 1"), ", fit 2");
        assertThat(logbook.chart("pump").map(Chart::svg)).contains(both.svg());
    }

    @Test
    void a_training_that_is_repeated_over_a_kept_logbook_makes_no_epoch_twice(@TempDir Path folder) throws Exception {
        Logbook kept = Logbook.in(folder.resolve("unfinished"), entry -> {});
        List<Fit.Report> made = List.of(fit(kept, 1), fit(kept, 2));
        List<Logbook.Entry> read = new ArrayList<>();
        Logbook again = Logbook.in(folder.resolve("unfinished"), read::add);
        assertThat(List.of(fit(again, 1), fit(again, 2))).isEqualTo(made);
        assertThat(read).isEmpty();
        assertThat(again.chart("pump").map(Chart::svg))
                .isEqualTo(kept.chart("pump").map(Chart::svg));
        try (Stream<Path> files = Files.list(folder.resolve("unfinished"))) {
            assertThat(files).hasSize(2); // a state for each fit, and nothing half written
        }
    }
}
