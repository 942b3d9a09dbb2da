package org.industrialmind.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.feature.OperatingConditions;
import org.junit.jupiter.api.Test;

class SimulatedLivesTest {
    private static final Fleet FANS = SimulatedLives.of(PlantClass.FAN.equipment(), 4, 1);

    @Test
    void every_machine_fails_in_a_mode_of_its_class_after_its_last_row() {
        assertThat(FANS.runs()).hasSize(4).allSatisfy(run -> {
            assertThat(run.failed()).isTrue();
            assertThat(((Ending.Failed) run.ending()).mode())
                    .hasValueSatisfying(mode -> assertThat(mode).startsWith("fan."));
            assertThat(run.lifeAfter(run.rows() - 1)).isBetween(0.0, 3.0); // minutes; a ramp may hide the last
        });
    }

    @Test
    void rows_are_minutes_at_one_of_three_loads() {
        assertThat(OperatingConditions.of(FANS, 1).count()).isEqualTo(3);
        RunToFailure first = FANS.runs().getFirst();
        assertThat(first.schema().settings()).containsExactly("flow_setpoint");
        assertThat(first.age(1) - first.age(0)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void the_same_seed_breaks_the_same_machines() {
        RunToFailure again =
                SimulatedLives.of(PlantClass.FAN.equipment(), 4, 1).runs().getFirst();
        assertThat(again.ending()).isEqualTo(FANS.runs().getFirst().ending());
        assertThat(again.sensor(9, 3)).isEqualTo(FANS.runs().getFirst().sensor(9, 3));
    }
}
