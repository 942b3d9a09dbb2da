package org.industrialmind.foundations.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.spectrum.WaveletTransform.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Discrete and continuous wavelet transforms against what defines them and PyWavelets. */
class WaveletsTest {
    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final Golden GOLDEN = Golden.read("spectrum");
    private static final double[] X = GOLDEN.vector("x");

    @ParameterizedTest(name = "{0} moments")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void filters_are_orthogonal_to_their_even_shifts_and_blind_to_polynomials(int moments) {
        Wavelet wavelet = Wavelet.daubechies(moments);
        int taps = wavelet.taps();
        for (int shift = 0; shift < moments; shift++) {
            double low = 0;
            double high = 0;
            double cross = 0;
            for (int k = 0; k + 2 * shift < taps; k++) {
                low += wavelet.low(k) * wavelet.low(k + 2 * shift);
                high += wavelet.high(k) * wavelet.high(k + 2 * shift);
                cross += wavelet.low(k) * wavelet.high(k + 2 * shift);
            }
            assertThat(low).isCloseTo(shift == 0 ? 1 : 0, ROUNDING);
            assertThat(high).isCloseTo(shift == 0 ? 1 : 0, ROUNDING);
            assertThat(cross).isCloseTo(0, ROUNDING);
        }
        double centre = (taps - 1) / 2.0;
        for (int degree = 0; degree < moments; degree++) {
            double moment = 0;
            for (int k = 0; k < taps; k++) {
                moment += Math.pow((k - centre) / taps, degree) * wavelet.high(k);
            }
            assertThat(moment).isCloseTo(0, ROUNDING);
        }
    }

    @ParameterizedTest(name = "{0} moments, {1}, {2} values")
    @CsvSource({
        "1, PERIODIC, 64", "1, SYMMETRIC, 45", "3, PERIODIC, 45", "3, SYMMETRIC, 64",
        "8, PERIODIC, 64", "8, PERIODIC, 45", "8, SYMMETRIC, 64", "8, SYMMETRIC, 45"
    })
    void coefficients_agree_with_pywavelets(int moments, Edge edge, int n) {
        WaveletPyramid ours = new WaveletTransform(Wavelet.daubechies(moments), edge).forward(Arrays.copyOf(X, n), 3);
        String name = "dwt-" + moments + "-" + edge.name().toLowerCase(Locale.ROOT) + "-" + n + "-";
        assertThat(ours.approximation()).containsExactly(GOLDEN.vector(name + "a"), ROUNDING);
        for (int level = 1; level <= 3; level++) {
            assertThat(ours.detail(level)).containsExactly(GOLDEN.vector(name + level), ROUNDING);
        }
    }

    @ParameterizedTest
    @EnumSource(Edge.class)
    void the_inverse_gives_every_signal_back(Edge edge) {
        for (int n : new int[] {2, 3, 5, 16, 33, 100, 127}) {
            for (int moments = 1; moments <= 8; moments++) {
                double[] signal = FourierTest.noise(n, n);
                WaveletTransform transform = new WaveletTransform(Wavelet.daubechies(moments), edge);
                assertThat(transform.inverse(transform.forward(signal, 4))).containsExactly(signal, within(1e-11));
            }
        }
    }

    @Test
    void a_circle_keeps_its_energy() {
        double[] signal = FourierTest.noise(128, 1);
        WaveletPyramid pyramid = new WaveletTransform(Wavelet.daubechies(5), Edge.PERIODIC).forward(signal, 4);
        double energy = Arrays.stream(pyramid.approximation()).map(a -> a * a).sum();
        for (int level = 1; level <= 4; level++) {
            energy += pyramid.energy(level);
        }
        assertThat(energy).isCloseTo(Arrays.stream(signal).map(a -> a * a).sum(), ROUNDING);
    }

    @Test
    void a_level_without_details_is_smoothed_away() {
        double[] signal = {1, 3, 2, 6};
        WaveletTransform haar = new WaveletTransform(Wavelet.haar(), Edge.PERIODIC);
        WaveletPyramid pyramid = haar.forward(signal, 1);
        assertThat(haar.inverse(pyramid.withDetail(1, new double[2])))
                .containsExactly(new double[] {2, 2, 4, 4}, ROUNDING);
        assertThat(pyramid.levels()).isEqualTo(1);
        assertThat(WaveletTransform.defaults().levels(64)).isEqualTo(3); // 64 / 7 = 9.1
        assertThat(Wavelet.haar()).hasToString("Haar");
        assertThat(Wavelet.daubechies(3)).hasToString("Daubechies(3)");
    }

    @Test
    void morlet_agrees_with_the_sum_as_it_is_written() {
        double[] frequencies = {0.5, 1.1, 3.0};
        ComplexVector[] transform = MorletTransform.defaults().forward(X, frequencies, 10);
        for (int f = 0; f < 3; f++) {
            double[] re = GOLDEN.matrix("morlet-" + frequencies[f]).row(0);
            double[] im = GOLDEN.matrix("morlet-" + frequencies[f]).row(1);
            for (int i = 0; i < re.length; i++) { // at 3.0 the bell reaches past half the rate: the sum folds it back
                assertThat(transform[f].re(3 * i)).isCloseTo(re[i], within(5e-5));
                assertThat(transform[f].im(3 * i)).isCloseTo(im[i], within(5e-5));
            }
        }
    }

    @Test
    void morlet_follows_a_frequency_that_rises() {
        double[] chirp = new double[1000];
        Arrays.setAll(chirp, t -> Math.cos(2 * Math.PI * (0.05 * t + 0.5 * 0.0002 * t * t))); // 0.05 + 0.0002 t
        double[] frequencies = new double[40];
        Arrays.setAll(frequencies, k -> 0.02 + 0.01 * k);
        ComplexVector[] transform = MorletTransform.defaults().forward(chirp, frequencies, 1);
        for (int t = 200; t <= 800; t += 200) {
            int best = 0;
            for (int f = 0; f < 40; f++) { // equal amplitudes, so compare without the root of the scale
                if (transform[f].magnitude(t) * Math.sqrt(frequencies[f])
                        > transform[best].magnitude(t) * Math.sqrt(frequencies[best])) {
                    best = f;
                }
            }
            assertThat(frequencies[best]).isCloseTo(0.05 + 0.0002 * t, within(0.0101));
        }
    }

    @Test
    void refuse_what_they_are_not_defined_for() {
        assertThatThrownBy(() -> Wavelet.daubechies(9)).hasMessageContaining("9 vanishing");
        WaveletTransform haar = new WaveletTransform(Wavelet.haar(), Edge.PERIODIC);
        assertThatThrownBy(() -> haar.forward(new double[1], 1)).hasMessageContaining("1 values");
        assertThatThrownBy(() -> haar.forward(new double[] {1, Double.NaN}, 1)).hasMessageContaining("position 1");
        assertThatThrownBy(() -> haar.forward(new double[8], 0)).hasMessageContaining("0 levels");
        WaveletPyramid pyramid = haar.forward(new double[8], 2);
        assertThatThrownBy(() -> pyramid.detail(3)).hasMessageContaining("level 3");
        assertThatThrownBy(() -> pyramid.withDetail(1, new double[3])).hasMessageContaining("expected 4");
        assertThatThrownBy(() -> WaveletTransform.defaults().inverse(pyramid)).hasMessageContaining("use the settings");
        assertThatThrownBy(() -> new MorletTransform(0)).hasMessageContaining("0.0 cycles");
        assertThatThrownBy(() -> MorletTransform.defaults().forward(X, new double[] {6}, 10))
                .hasMessageContaining("6.0");
    }
}
