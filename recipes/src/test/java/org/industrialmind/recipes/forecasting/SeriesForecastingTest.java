package org.industrialmind.recipes.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesForecastingTest {
    private static final String AIRLINE = "series/airline-passengers.csv";

    @Test
    void what_learns_the_season_beats_the_last_value(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("series"));
        SplittableRandom random = new SplittableRandom(3);
        write(
                folder.resolve(AIRLINE),
                144,
                t -> Math.exp(5 + t / 100.0 + 0.2 * Math.sin(Math.PI * t / 6) + 0.02 * random.nextGaussian()));
        write(
                folder.resolve("series/daily-min-temperatures.csv"),
                500,
                t -> 10 + 5 * Math.sin(2 * Math.PI * t / 365.25) + 2 * random.nextGaussian());
        write(
                folder.resolve("series/monthly-sunspots.csv"),
                300,
                t -> 50 + 30 * Math.sin(2 * Math.PI * t / 132) + 5 * random.nextGaussian());
        Findings findings = run(folder);
        assertThat(findings.tables())
                .hasSize(3)
                .allSatisfy(table -> assertThat(table.rows()).hasSize(6));
        assertThat(findings.plots()).containsKeys("airline-passengers", "daily-min-temperatures", "monthly-sunspots");
        assertSeasonLearned(findings.metrics());
    }

    @Test
    void on_the_real_passengers_too() throws IOException {
        String told = Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")).orElse("../../shared/data");
        Path folder = Path.of(told);
        assumeTrue(
                Files.isReadable(folder.resolve(AIRLINE)),
                () -> "no " + AIRLINE + " in " + folder + ": set INDUSTRIALMIND_DATA to the folder that has it");
        assertSeasonLearned(run(folder).metrics());
    }

    @Test
    void a_value_that_is_no_number_is_named_with_its_line(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("series.csv");
        Files.writeString(file, "\"day\",\"value\"\n\"1\",2.5\n\"2\",?0.2\n");
        assertThatThrownBy(() -> SeriesFile.read(file))
                .hasMessageContaining("'?0.2'")
                .hasMessageContaining("line 3");
        Files.writeString(file, "\"day\",\"value\"\n\"1\",2.5\n\"2\",-4\n\n");
        assertThat(SeriesFile.read(file)).containsExactly(2.5, -4);
        assertThat(SeriesFile.latest(new double[] {1, 2, 3}, 2)).containsExactly(2, 3);
    }

    private static void assertSeasonLearned(Map<String, Double> metrics) {
        double naive = metrics.getOrDefault("airline-passengers.naive_the_last_value.mase", Double.NaN);
        for (String method : List.of("arima", "holt_winters_multiplicative", "ridge_on_lags")) {
            assertThat(metrics.getOrDefault("airline-passengers." + method + ".mase", Double.NaN))
                    .as(method)
                    .isLessThan(naive / 2);
        }
    }

    private static void write(Path file, int length, IntToDoubleFunction value) throws IOException {
        StringBuilder text = new StringBuilder("\"when\",\"value\"\n");
        for (int t = 0; t < length; t++) {
            text.append('"')
                    .append(t)
                    .append("\",")
                    .append(value.applyAsDouble(t))
                    .append('\n');
        }
        Files.writeString(file, text);
    }

    private static Findings run(Path folder) throws IOException {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new SeriesForecasting().run(new Order(folder, Order.Size.SMALL, List.of(1L), new Progress(nowhere)));
    }
}
