package org.industrialmind.learning.prognosis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExperienceTest {

    /** Returns a machine whose level is 3 times its used share of life, squared, with noise. */
    private static FailedMachine machine(double lifeHours, double noise, SplittableRandom random) {
        List<FailedMachine.Reading> readings = new ArrayList<>();
        for (int i = 0; i <= 400; i++) {
            double share = i / 400.0;
            readings.add(
                    new FailedMachine.Reading(share * lifeHours, 3 * share * share + noise * random.nextGaussian()));
        }
        return new FailedMachine(readings, lifeHours);
    }

    @Test
    void machines_of_any_pace_teach_the_same_curve() {
        SplittableRandom random = new SplittableRandom(5);
        Experience learned =
                Experience.learn(List.of(machine(1, 0, random), machine(50, 0, random), machine(2000, 0, random)));

        for (double share : new double[] {0.3, 0.5, 0.8}) {
            assertThat(learned.curve().wear(3 * share * share)).isCloseTo(share, within(0.02)); // ten straight pieces
        }
        assertThat(learned.prior().limitSpread()).isEqualTo(0.05); // as narrow as is believed
        assertThat(learned.machines()).isEqualTo(3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_machine_of_the_kind_is_told_its_life_on_the_way(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Experience learned = Experience.learn(List.of(
                machine(2, 0.1, random), machine(9, 0.1, random), machine(1, 0.1, random), machine(30, 0.1, random)));
        ConditionPath path = ConditionPath.from(0, 60_000_000_000L);
        long now = 0;
        for (FailedMachine.Reading reading : machine(6, 0.1, random).readings()) {
            if (reading.hours() <= 3.6) {
                now = Math.round(reading.hours() * 3.6e12);
                path = path.plus(now, reading.level());
            }
        }

        PathLife life = learned.life(path, now).orElseThrow();
        System.out.printf(
                "seed %d: %.2f h to go, told %.2f to %.2f h%n",
                seed, 2.4, life.hours(0.05, 1000), life.hours(0.95, 1000));
        assertThat(learned.wear(path)).isBetween(0.55, 0.65);
        assertThat(life.hours(0.05, 1000)).isBetween(0.5, 2.4);
        assertThat(life.hours(0.95, 1000)).isBetween(2.4, 12.0);
    }

    @Test
    void two_machines_cannot_tell_how_much_machines_differ() {
        SplittableRandom random = new SplittableRandom(1);
        List<FailedMachine> two = List.of(machine(1, 0, random), machine(2, 0, random));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experience.learn(two))
                .withMessageContaining("at least 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailedMachine(List.of(), 1))
                .withMessageContaining("0 readings");
    }
}
