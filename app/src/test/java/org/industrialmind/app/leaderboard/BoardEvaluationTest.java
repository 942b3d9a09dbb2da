package org.industrialmind.app.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.industrialmind.learning.leaderboard.LaggedRowMethod;
import org.industrialmind.learning.leaderboard.Watch;
import org.industrialmind.learning.novelty.LaggedDistance;
import org.industrialmind.learning.novelty.NearestPatch;
import org.industrialmind.learning.report.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class BoardEvaluationTest {
    private static final List<Watch> FEW = List.of(
            new Watch(List.of(new LaggedRowMethod(LaggedDistance.of(19))), 0.2, 3),
            new Watch(List.of(new LaggedRowMethod(NearestPatch.of(29))), 0.2, 3));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void reports_figures_with_spread_and_intervals_beside_those_who_know_nothing() throws IOException {
        wave("001_UCR_Anomaly_wave_400_601_640.txt", 1);
        wave("002_UCR_Anomaly_wave_400_601_640.txt", 2);

        assertThat(new BoardEvaluation(new UcrBoard(), request(folder), FEW).run())
                .isTrue(); // nothing has to be reached

        JsonNode report = new ObjectMapper().readTree(Files.readString(folder.resolve("report.json")));
        JsonNode metrics = report.path("metrics");
        assertThat(metrics.path("ucr_located").path("mean").asDouble()).isEqualTo(1);
        assertThat(metrics.path("f1").path("n").asInt()).isEqualTo(2);
        double f1 = metrics.path("f1").path("mean").asDouble();
        assertThat(f1).isGreaterThan(0.5);
        assertThat(metrics.path("f1_low_95").asDouble())
                .isLessThanOrEqualTo(metrics.path("f1_high_95").asDouble());
        assertThat(report.path("baselines").propertyNames())
                .contains("silent", "always", "random", "difference", "moving_variance", "range_check", "pca");
        assertThat(report.path("baselines").path("random").path("f1").asDouble())
                .isLessThan(f1);
        assertThat(report.path("items").size()).isEqualTo(2);
        assertThat(report.path("data").path("split").asString()).contains("the file's name");
        assertThat(report.path("data").path("watches").size()).isEqualTo(2);
    }

    @Test
    void the_table_fits_a_terminal() throws IOException {
        wave("001_UCR_Anomaly_wave_400_601_640.txt", 1);
        new BoardEvaluation(new UcrBoard(), request(folder), FEW).run();
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("chosen watch", "moving_variance", "published:");
        assertThat(text.lines().filter(line -> !line.startsWith("["))).allMatch(line -> line.length() <= 120);
    }

    @Test
    void says_what_is_missing_and_how_to_name_it() {
        Path nowhere = folder.resolve("nowhere");
        for (AnomalyBoard board : AnomalyBoard.values()) {
            assertThatThrownBy(() -> board.evaluation(request(nowhere)).run())
                    .as(board.code())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("there is no", "nowhere");
        }
        assertThatThrownBy(() -> AnomalyBoard.TEP.evaluation(request(folder)).run())
                .hasMessageContainingAll("no file of 'tep'", "--from DIR");
    }

    @Test
    void a_bar_is_reached_from_its_own_side() {
        assertThat(Bar.atLeast("f1", 0.8).reachedBy(0.8)).isTrue();
        assertThat(Bar.atLeast("f1", 0.8).reachedBy(0.79)).isFalse();
        assertThat(Bar.atMost("far", 0.13).reachedBy(0.14)).isFalse();
        assertThat(Bar.atMost("far", 0.13).needed()).isEqualTo("<= 0.13");
    }

    private BoardRequest request(Path from) {
        return new BoardRequest(
                from,
                folder.resolve("report.json"),
                List.of(1L, 2L),
                Optional.empty(),
                Optional.empty(),
                false,
                new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)));
    }

    /** A noisy wave that comes twice as often where the name says. */
    private void wave(String name, long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 800; i++) {
            double faster = i >= 601 && i <= 640 ? 2 : 1;
            text.append(Math.sin(2 * Math.PI * faster * i / 40) + 0.05 * random.nextGaussian())
                    .append('\n');
        }
        Files.writeString(folder.resolve(name), text);
    }
}
