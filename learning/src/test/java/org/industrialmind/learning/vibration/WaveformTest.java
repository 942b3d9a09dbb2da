package org.industrialmind.learning.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WaveformTest {
    @Test
    void turns_gravities_into_metres_per_second_squared() {
        Waveform block = Waveform.ofGravities(new double[] {1, -2}, 10);
        assertThat(block.accelerations()).containsExactly(9.80665, -19.6133);
        assertThat(block.seconds()).isEqualTo(0.2);
    }

    @Test
    void keeps_its_own_copy_of_the_readings() {
        double[] readings = {1, 2};
        Waveform block = Waveform.of(readings, 1);
        readings[0] = 7;
        block.accelerations()[1] = 7;
        assertThat(block.accelerations()).containsExactly(1, 2);
    }

    @Test
    void a_part_keeps_rate_and_speed() {
        Waveform part =
                Waveform.of(new double[] {1, 2, 3, 4}, 100).atShaftSpeed(25).part(1, 3);
        assertThat(part.accelerations()).containsExactly(2, 3);
        assertThat(part.rate()).isEqualTo(100);
        assertThat(part.requireShaftSpeed()).isEqualTo(25);
    }

    @Test
    void says_what_is_wrong_with_a_block() {
        assertThatThrownBy(() -> Waveform.of(new double[] {1, Double.NaN}, 10)).hasMessageContaining("reading 1");
        assertThatThrownBy(() -> Waveform.of(new double[] {1}, 10)).hasMessageContaining("at least two");
        assertThatThrownBy(() -> Waveform.of(new double[2], 0)).hasMessageContaining("positive number");
        assertThatThrownBy(() -> Waveform.of(new double[2], 100).atShaftSpeed(1797))
                .hasMessageContaining("divide rpm by 60");
        assertThatThrownBy(() -> Waveform.of(new double[2], 100).requireShaftSpeed())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("atShaftSpeed");
        assertThatThrownBy(() -> Waveform.of(new double[4], 100).part(2, 5)).hasMessageContaining("within the block");
    }
}
