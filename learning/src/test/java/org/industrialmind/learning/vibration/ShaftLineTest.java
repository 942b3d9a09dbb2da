package org.industrialmind.learning.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShaftLineTest {
    @Test
    void finds_amplitude_and_phase_of_each_multiple() {
        Waveform block = Waves.of(
                        1.03,
                        10_000,
                        t -> 3 * Math.cos(2 * Math.PI * 25 * t + 0.5) + 2 * Math.cos(2 * Math.PI * 50 * t - 1) + 7)
                .atShaftSpeed(25);
        List<ShaftLine> lines = ShaftLine.of(block, 3);
        assertThat(lines.get(0).acceleration()).isCloseTo(3, within(1e-9));
        assertThat(lines.get(0).phase()).isCloseTo(0.5, within(1e-9));
        assertThat(lines.get(0).velocity()).isCloseTo(1000 * 3 / (2 * Math.PI * 25), within(1e-6));
        assertThat(lines.get(1).acceleration()).isCloseTo(2, within(1e-9));
        assertThat(lines.get(1).phase()).isCloseTo(-1, within(1e-9));
        assertThat(lines.get(2).acceleration()).isCloseTo(0, within(1e-9));
    }

    @Test
    void wants_a_whole_revolution_and_a_speed() {
        Waveform block = Waves.of(0.1, 1000, Waves.sine(1, 5));
        assertThatThrownBy(() -> ShaftLine.of(block, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ShaftLine.of(block.atShaftSpeed(5), 1)).hasMessageContaining("longer block");
        assertThatThrownBy(() -> ShaftLine.of(block.atShaftSpeed(200), 3)).hasMessageContaining("half the rate");
    }
}
