package org.industrialmind.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.simulator.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DegradationTest {
    private static final int LIFE = 1800;
    private static final int RUNS = 200;

    @ParameterizedTest
    @EnumSource
    void fails_after_about_one_life_in_the_mean(FailureMode mode) {
        double total = 0;
        for (int run = 0; run < RUNS; run++) {
            Degradation fault = new Degradation(mode, LIFE, 2, new Seed(run));
            int second = 0;
            while (!fault.failed() && second < 10 * LIFE) {
                fault.advance(0.85);
                second++;
            }
            total += second;
        }

        double mean = total / RUNS / LIFE;
        // sudden faults begin a third of the way and have exponential gaps; the others spread by a tenth to a fifth
        assertThat(mean).isCloseTo(1, within(mode.growth() == Growth.SHOCK ? 0.35 : 0.12));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void wear_never_heals(long seed) {
        Degradation fault = new Degradation(FailureMode.PUMP_IMPELLER_WEAR, LIFE, 2, new Seed(seed));
        double before = 0;
        for (int second = 0; second < LIFE; second++) {
            double now = fault.advance(0.85);
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }

    @Test
    void bearing_ages_with_the_cube_of_the_load() {
        assertThat(secondsTo(0.1, 0.85) / secondsTo(0.1, 0.85 / 2)).isCloseTo(1 / 8.0, within(0.03));
    }

    private static double secondsTo(double damage, double load) {
        Degradation fault = new Degradation(FailureMode.PUMP_BEARING_WEAR, 40_000, 2, new Seed(5));
        int second = 0;
        while (fault.advance(load) < damage) {
            second++;
        }
        return second;
    }

    @Test
    void stays_incipient_below_its_limit() {
        Degradation fault = new Degradation(FailureMode.FAN_FILTER_CLOG, LIFE, 0.35, new Seed(1));
        double worst = 0;
        for (int second = 0; second < 3 * LIFE; second++) {
            worst = Math.max(worst, fault.advance(1));
        }

        assertThat(worst).isEqualTo(0.35);
    }

    @Test
    void stands_still_while_the_machine_does() {
        Degradation fault = new Degradation(FailureMode.PUMP_BEARING_WEAR, LIFE, 2, new Seed(1));

        assertThat(fault.advance(0)).isZero();
    }
}
