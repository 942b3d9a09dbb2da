package org.industrialmind.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.industrialmind.simulator.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DutyScheduleTest {
    private static final long MONDAY = Instant.parse("2026-03-02T00:00:00Z").getEpochSecond();
    private static final int DAY = 86_400;

    @Test
    void start_from_standstill_takes_two_minutes_to_part_load() {
        DutySchedule schedule = new DutySchedule(new Seed(1));
        schedule.follow(0);
        double load = 0;
        for (int second = 0; second < Duty.START_SECONDS; second++) {
            load = schedule.follow(Duty.PART.load());
        }

        assertThat(load).isCloseTo(0.6, within(1e-6));
    }

    @Test
    void change_of_load_is_a_ramp_of_one_percent_a_second() {
        DutySchedule schedule = new DutySchedule(new Seed(1));

        assertThat(schedule.follow(1)).isCloseTo(0.86, within(1e-9));
        assertThat(schedule.follow(1)).isCloseTo(0.87, within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void weekends_are_quieter_than_weekdays(long seed) {
        double weekdays = 0;
        double weekends = 0;
        for (int machine = 0; machine < 20; machine++) {
            DutySchedule schedule = new DutySchedule(new Seed(seed).child("machine " + machine));
            for (int second = 0; second < 14 * DAY; second++) {
                double load = schedule.next(MONDAY + second, DutySettings.realistic());
                if (second / DAY % 7 >= 5) {
                    weekends += load / 4;
                } else {
                    weekdays += load / 10;
                }
            }
        }

        assertThat(weekends).isLessThan(weekdays * 0.97);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void runs_only_as_the_weights_allow(long seed) {
        DutySettings partOnly = new DutySettings(Duration.ofMinutes(5), 0.5, Map.of(Duty.PART, 1.0), false);
        DutySchedule schedule = new DutySchedule(new Seed(seed));
        int hours = 0;
        for (int second = 0; second < 10 * 3600; second++) {
            double load = schedule.next(second, partOnly);
            // after the first round through all loads
            if (second > 2 * 3600) {
                assertThat(load).isEqualTo(0.6);
                hours++;
            }
        }
        assertThat(hours).isPositive();
    }
}
