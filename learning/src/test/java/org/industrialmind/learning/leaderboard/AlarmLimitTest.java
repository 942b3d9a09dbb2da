package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmLimitTest {
    @Test
    void an_alarm_stays_on_within_the_deadband_and_does_not_come_on_there() {
        double[] scores = {2, 3, 3.1, 2, 1.9, 1.7, 2, 3.5};
        assertThat(AlarmLimit.withDeadband(3).alarms(scores))
                .containsExactly(false, false, true, true, true, false, false, true);
        assertThat(AlarmLimit.plain(3).alarms(scores))
                .containsExactly(false, false, true, false, false, false, false, true);
        assertThat(AlarmLimit.withDeadband(3).alarmTime(scores)).isEqualTo(0.5);
    }

    /** What the search for the lowest limit within a budget rests on. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_higher_limit_never_alarms_for_longer(long seed) {
        double[] scores = new Random(seed).doubles(400, 0, 10).toArray();
        double before = 1;
        for (double limit = 0.5; limit < 10; limit += 0.5) {
            double time = AlarmLimit.withDeadband(limit).alarmTime(scores);
            assertThat(time).isLessThanOrEqualTo(before);
            before = time;
        }
    }

    @Test
    void an_alarm_that_goes_off_above_where_it_comes_on_is_refused() {
        assertThatThrownBy(() -> new AlarmLimit(1, 2)).hasMessageContaining("off at 2.0");
        assertThatThrownBy(() -> AlarmLimit.plain(Double.NaN)).hasMessageContaining("expected numbers");
    }
}
