package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void a_cosine_warms_up_in_a_line_and_falls_to_nothing() {
        Schedule cosine = new Schedule.Cosine(0.2);
        assertThat(cosine.factor(0)).isEqualTo(0.01);
        assertThat(cosine.factor(0.1)).isCloseTo(0.5, within(1e-12));
        assertThat(cosine.factor(0.2)).isCloseTo(1, within(1e-12));
        assertThat(cosine.factor(0.6)).isCloseTo(0.5, within(1e-12));
        assertThat(cosine.factor(1 - 1e-9)).isCloseTo(0, within(1e-9));
    }

    @Test
    void one_cycle_rises_from_a_25th_and_falls_below_it() {
        Schedule cycle = new Schedule.OneCycle(0.3);
        assertThat(cycle.factor(0)).isCloseTo(0.04, within(1e-12));
        assertThat(cycle.factor(0.15)).isCloseTo(0.52, within(1e-12));
        assertThat(cycle.factor(0.3)).isCloseTo(1, within(1e-12));
        assertThat(cycle.factor(1 - 1e-9)).isCloseTo(4e-6, within(1e-9));
    }

    @Test
    void without_a_warm_up_it_begins_at_the_top() {
        assertThat(new Schedule.Cosine(0).factor(0)).isEqualTo(1);
        assertThat(new Schedule.OneCycle(0).factor(0)).isEqualTo(1);
        assertThat(new Schedule.Constant().factor(0.7)).isEqualTo(1);
        assertThatThrownBy(() -> new Schedule.Cosine(1)).hasMessageContaining("expected a share");
    }
}
