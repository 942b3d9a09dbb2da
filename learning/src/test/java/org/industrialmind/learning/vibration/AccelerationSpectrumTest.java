package org.industrialmind.learning.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccelerationSpectrumTest {
    @Test
    void each_line_is_in_its_band() {
        Waveform block = Waves.of(
                1,
                8000,
                t -> Waves.sine(2, 300).applyAsDouble(t) + Waves.sine(4, 1000).applyAsDouble(t));
        double[] bands = AccelerationSpectrum.of(block).bands(100, 500, 2000, 4000);
        assertThat(bands[0]).isCloseTo(2 / Math.sqrt(2), within(1e-9));
        assertThat(bands[1]).isCloseTo(4 / Math.sqrt(2), within(1e-9));
        assertThat(bands[2]).isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void bands_share_out_the_whole(long seed) {
        AccelerationSpectrum spectrum = AccelerationSpectrum.of(Waves.noise(4096, 4096, seed));
        double squares = 0;
        for (double rms : spectrum.bands(0, 100, 1000, 1500, 2049)) {
            squares += rms * rms;
        }
        assertThat(Math.sqrt(squares)).isCloseTo(spectrum.accelerationRms(0, 2049), within(1e-12));
    }

    @Test
    void says_which_bands_there_are() {
        AccelerationSpectrum spectrum = AccelerationSpectrum.of(Waves.noise(100, 1000, 1));
        assertThatThrownBy(() -> spectrum.accelerationRms(600, 700)).hasMessageContaining("0 to 500.0 Hz");
        assertThatThrownBy(() -> spectrum.accelerationRms(20, 10)).hasMessageContaining("rising");
        assertThatThrownBy(() -> spectrum.velocityRms(0, 10)).hasMessageContaining("begins above 0");
    }
}
