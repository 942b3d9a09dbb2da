package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NabTallyTest {
    private static final int ROWS = 200;

    @Test
    void silence_is_0_and_an_alarm_at_the_edge_of_each_window_100() {
        assertThat(standard(scores())).isCloseTo(0, within(1e-9));
        assertThat(standard(scores(50))).isCloseTo(100, within(1e-9));
        assertThat(standard(scores(50, 150))).isLessThan(100);
        assertThat(standard(scores(150))).isNegative();
    }

    @Test
    void the_searched_threshold_is_at_least_as_good_as_the_limit() {
        double[] scores = new double[ROWS];
        scores[50] = 0.4; // below the limit
        Map<String, Double> tally = tally(scores);
        assertThat(tally.get("nab_standard")).isCloseTo(0, within(1e-9));
        assertThat(tally.get("nab_standard_oracle")).isCloseTo(100, within(1e-9));
    }

    private static double standard(double[] scores) {
        return tally(scores).getOrDefault("nab_standard", Double.NaN);
    }

    private static double[] scores(int... alarms) {
        double[] scores = new double[ROWS];
        Arrays.stream(alarms).forEach(row -> scores[row] = 1);
        return scores;
    }

    private static Map<String, Double> tally(double[] scores) {
        boolean[] window = new boolean[ROWS];
        Arrays.fill(window, 50, 70, true);
        LabelledSeries series = new LabelledSeries(
                "a", "", new double[40][1], new double[ROWS][1], window, true, Duration.ofMinutes(5));
        return NabTally.of(BoardResult.of(BoardResultTest.fixed(scores, 0.5), List.of(series), 1, () -> {}));
    }
}
