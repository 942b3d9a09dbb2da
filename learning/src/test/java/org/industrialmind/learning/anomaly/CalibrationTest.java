package org.industrialmind.learning.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.signal.AssetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    private static final AssetId PUMP = new AssetId("pump-1");
    private static final long STRIDE = 120_000_000_000L;

    private static List<CalibrationScore> scores(long seed, double growth) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CalibrationScore> scores = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double level = i < 200 ? 1 : growth;
            scores.add(new CalibrationScore(PUMP, 0, i * STRIDE, level * (1 + 0.1 * random.nextDouble())));
        }
        return scores;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void scores_that_stay_as_they_were_stay_below_limits_set_before(long seed) {
        Calibration calibration = Calibration.of(scores(seed, 1), FalseAlarmBudget.defaults(), 0.01);
        assertThat(calibration.metrics()).containsEntry(Calibration.ALARM_SHARE, 0.0);
        assertThat(calibration.metrics()).containsEntry("calibration_windows", 400.0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void scores_that_grow_are_told_although_the_limits_now_know_them(long seed) {
        Calibration calibration = Calibration.of(scores(seed, 5), FalseAlarmBudget.defaults(), 0.01);
        assertThat(calibration.metrics()).containsEntry(Calibration.ALARM_SHARE, 1.0);
        assertThat(calibration.metrics().get("calibration_score_p99")).isLessThan(1);
    }

    @Test
    void one_score_sets_a_limit_and_says_nothing_of_it() {
        List<CalibrationScore> one = List.of(new CalibrationScore(PUMP, 0, STRIDE, 1));
        assertThat(Calibration.of(one, FalseAlarmBudget.defaults(), 0.01).metrics())
                .doesNotContainKey(Calibration.ALARM_SHARE);
    }
}
