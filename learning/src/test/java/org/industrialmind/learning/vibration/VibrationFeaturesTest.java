package org.industrialmind.learning.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VibrationFeaturesTest {
    private static final double G = Waveform.STANDARD_GRAVITY;

    @Test
    void one_g_at_a_thousand_radians_per_second_is_9_81_millimetres_per_second() {
        // a / omega: 9.80665 m/s2 over 1000 rad/s is 9.80665 mm/s peak
        VibrationFeatures features = VibrationFeatures.of(Waves.of(1, 25_600, Waves.sine(G, 1000 / (2 * Math.PI))));
        assertThat(features.velocityRms() * Math.sqrt(2)).isCloseTo(9.80665, within(0.01)); // the taper's side lobes
        assertThat(features.rms()).isCloseTo(G / Math.sqrt(2), within(0.01)); // not quite whole periods
        assertThat(features.peak()).isCloseTo(G, within(1e-2));
    }

    @Test
    void the_shape_of_a_sine_is_known() {
        VibrationFeatures features = VibrationFeatures.of(Waves.of(1, 10_000, Waves.sine(3, 50)));
        assertThat(features.crest()).isCloseTo(Math.sqrt(2), within(1e-9));
        assertThat(features.kurtosis()).isCloseTo(1.5, within(1e-9));
        assertThat(features.skewness()).isCloseTo(0, within(1e-9));
    }

    @Test
    void velocities_below_and_above_the_band_do_not_count() {
        Waveform block = Waves.of(
                2,
                10_000,
                t -> Waves.sine(1, 4).applyAsDouble(t)
                        + Waves.sine(2, 100).applyAsDouble(t)
                        + Waves.sine(30, 1500).applyAsDouble(t));
        double expected = 1000 * 2 / (2 * Math.PI * 100) / Math.sqrt(2);
        assertThat(VibrationFeatures.of(block).velocityRms()).isCloseTo(expected, within(expected * 1e-4));
    }

    @Test
    void a_block_too_short_or_too_slow_for_the_band_has_no_velocity() {
        assertThat(VibrationFeatures.of(Waves.noise(1000, 10_000, 1)).velocityRms())
                .isNaN(); // 0.1 s
        assertThat(VibrationFeatures.of(Waves.noise(1000, 1000, 1)).velocityRms())
                .isNaN();
    }

    @Test
    void a_sensor_that_stands_still_has_no_shape() {
        VibrationFeatures features = VibrationFeatures.of(Waves.of(1, 4000, t -> 0.1));
        assertThat(features.crest()).isNaN();
        assertThat(features.kurtosis()).isNaN();
        assertThat(features.skewness()).isNaN();
        assertThat(features.velocityRms()).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void louder_is_louder_and_of_the_same_shape(long seed) {
        Waveform quiet = Waves.noise(8000, 8000, seed);
        double[] readings = quiet.accelerations();
        for (int t = 0; t < readings.length; t++) {
            readings[t] = 5 - 3 * readings[t]; // an offset, and upside down
        }
        VibrationFeatures one = VibrationFeatures.of(quiet);
        VibrationFeatures three = VibrationFeatures.of(Waveform.of(readings, quiet.rate()));
        assertThat(three.rms()).isCloseTo(3 * one.rms(), within(1e-9));
        assertThat(three.velocityRms()).isCloseTo(3 * one.velocityRms(), within(1e-9));
        assertThat(three.crest()).isCloseTo(one.crest(), within(1e-9));
        assertThat(three.kurtosis()).isCloseTo(one.kurtosis(), within(1e-9));
        assertThat(three.skewness()).isCloseTo(-one.skewness(), within(1e-9));
        assertThat(one.kurtosis()).isCloseTo(3, within(0.25)); // 4.5 sigma of the estimate from 8000 normal readings
    }
}
