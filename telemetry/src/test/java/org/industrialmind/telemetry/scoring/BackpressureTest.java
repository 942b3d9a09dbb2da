package org.industrialmind.telemetry.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackpressureTest {
    @Test
    void rests_above_four_fifths_and_goes_on_below_half() {
        Backpressure backpressure = new Backpressure();
        assertThat(backpressure.update(0.8)).isFalse();
        assertThat(backpressure.update(0.81)).isTrue();
        assertThat(backpressure.update(0.5)).isTrue();
        assertThat(backpressure.paused()).isTrue();
        assertThat(backpressure.update(0.49)).isFalse();
        assertThat(backpressure.update(0.8)).isFalse();
    }
}
