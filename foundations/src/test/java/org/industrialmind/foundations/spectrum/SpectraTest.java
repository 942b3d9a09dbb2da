package org.industrialmind.foundations.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tapers, power and cross spectra, spectrograms, envelopes and single frequencies. */
class SpectraTest {
    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final Golden GOLDEN = Golden.read("spectrum");
    private static final double[] X = GOLDEN.vector("x");
    private static final double[] Y = GOLDEN.vector("y");
    private static final double RATE = 10;

    static double[] cosine(int length, double frequency, double rate, double amplitude, double phase) {
        double[] signal = new double[length];
        for (int t = 0; t < length; t++) {
            signal[t] = amplitude * Math.cos(2 * Math.PI * frequency * t / rate + phase);
        }
        return signal;
    }

    @Test
    void tapers_agree_with_scipy() {
        Taper[] tapers = {Taper.HANN, Taper.HAMMING, Taper.BLACKMAN, Taper.kaiser(8.6)};
        String[] names = {"hann", "hamming", "blackman", "kaiser"};
        for (int i = 0; i < tapers.length; i++) {
            assertThat(tapers[i].symmetric(17)).containsExactly(GOLDEN.vector(names[i] + "-symmetric"), ROUNDING);
            assertThat(tapers[i].periodic(16)).containsExactly(GOLDEN.vector(names[i] + "-periodic"), ROUNDING);
        }
        assertThat(Taper.RECTANGULAR.symmetric(3)).containsExactly(1, 1, 1);
        assertThat(Taper.kaiser(0).periodic(4)).containsExactly(1, 1, 1, 1);
        assertThat(Taper.HANN.symmetric(1)).containsExactly(1);
        assertThat(Taper.kaiser(2)).hasToString("Kaiser(2.0)");
    }

    @Test
    void power_spectra_agree_with_scipy() {
        assertThat(Welch.periodogram(X, RATE, Taper.HANN).densities())
                .containsExactly(GOLDEN.matrix("periodogram").row(1), ROUNDING);
        PowerSpectrum welch = Welch.ofSegment(64).density(X, RATE);
        assertThat(welch.densities()).containsExactly(GOLDEN.matrix("welch").row(1), ROUNDING);
        assertThat(welch.frequency(7)).isEqualTo(GOLDEN.matrix("welch").get(0, 7));
    }

    @Test
    void cross_spectra_agree_with_scipy() {
        CrossSpectrum cross = Welch.ofSegment(64).cross(X, Y, RATE);
        assertThat(cross.density().reals())
                .containsExactly(GOLDEN.matrix("cross").row(0), ROUNDING);
        assertThat(cross.density().imaginaries())
                .containsExactly(GOLDEN.matrix("cross").row(1), ROUNDING);
        double[] coherence = new double[cross.size()];
        Arrays.setAll(coherence, cross::coherence);
        assertThat(coherence).containsExactly(GOLDEN.vector("coherence"), within(1e-10));
        assertThat(cross.second().densities())
                .containsExactly(Welch.ofSegment(64).density(Y, RATE).densities(), ROUNDING);
        assertThat(cross.frequency(3)).isEqualTo(cross.first().frequency(3));
    }

    @Test
    void the_power_of_a_sine_is_half_its_square_and_lies_at_its_frequency() {
        double[] signal = cosine(4096, 125, 1000, 3, 0.2);
        PowerSpectrum spectrum = Welch.defaults().density(signal, 1000);
        assertThat(spectrum.power(100, 150)).isCloseTo(4.5, within(1e-9));
        assertThat(spectrum.power(200, 500)).isCloseTo(0, within(1e-9));
        assertThat(spectrum.peak(0, 500)).isEqualTo(125);
        assertThat(spectrum.step() * (spectrum.size() - 1)).isEqualTo(500);
        assertThatThrownBy(() -> spectrum.peak(501, 600)).hasMessageContaining("no frequency between");
    }

    @Test
    void a_filtered_copy_is_coherent_and_silence_is_not() {
        double[] noise = FourierTest.noise(4000, 5);
        double[] shifted = new double[4000];
        System.arraycopy(noise, 0, shifted, 3, 3997);
        CrossSpectrum cross = Welch.defaults().cross(noise, shifted, 1);
        assertThat(cross.coherence(30)).isGreaterThan(0.95);
        // three readings late: the phase falls by 3 w
        assertThat(cross.density().phase(30)).isCloseTo(-3 * 2 * Math.PI * 30 / 256, within(0.05));
        assertThat(Welch.defaults().cross(noise, new double[4000], 1).coherence(30))
                .isZero();
    }

    @Test
    void constant_signals_have_no_power_once_centred() {
        double[] fives = new double[300];
        Arrays.fill(fives, 5);
        assertThat(Welch.defaults().density(fives, 1).power(0, 1)).isZero();
    }

    @Test
    void frames_agree_with_scipy_and_give_the_signal_back() {
        for (int[] sizes : new int[][] {{32, 16}, {25, 10}}) {
            ShortTimeFourier settings = new ShortTimeFourier(sizes[0], sizes[1], Taper.HANN);
            Spectrogram frames = settings.transform(X, RATE);
            Matrix re = GOLDEN.matrix("stft-re-" + sizes[0]);
            Matrix im = GOLDEN.matrix("stft-im-" + sizes[0]);
            assertThat(frames.bins()).isEqualTo(re.rows());
            assertThat(frames.frames()).isEqualTo(re.columns());
            for (int f = 0; f < frames.frames(); f++) {
                assertThat(frames.frame(f).reals()).containsExactly(re.column(f), ROUNDING);
                assertThat(frames.frame(f).imaginaries()).containsExactly(im.column(f), ROUNDING);
            }
            assertThat(settings.inverse(frames)).containsExactly(X, ROUNDING);
        }
        Spectrogram frames = new ShortTimeFourier(32, 16, Taper.HANN).transform(X, RATE);
        assertThat(frames.time(5)).isEqualTo(GOLDEN.vector("stft-times-32")[5]);
        assertThat(frames.frequency(16)).isEqualTo(5);
        assertThat(frames.length()).isEqualTo(X.length);
    }

    @Test
    void a_masked_frame_is_missing_from_the_signal() {
        Spectrogram frames = ShortTimeFourier.defaults().transform(cosine(1024, 1, 16, 1, 0), 16);
        ComplexVector[] silent = new ComplexVector[frames.frames()];
        Arrays.fill(silent, ComplexVector.of(new double[129], new double[129]));
        assertThat(frames.power(4, 16)).isCloseTo(0.25, within(1e-6));
        assertThat(ShortTimeFourier.defaults().inverse(frames.with(silent))).containsOnly(0);
        assertThatThrownBy(() -> frames.with(silent[0])).hasMessageContaining("1 frames");
        silent[2] = ComplexVector.of(new double[3], new double[3]);
        assertThatThrownBy(() -> frames.with(silent)).hasMessageContaining("3 frequencies");
    }

    @Test
    void envelopes_agree_with_scipy_and_see_the_modulation() {
        double[] envelope = Hilbert.envelope(X);
        double[] expected = GOLDEN.vector("envelope");
        for (int i = 0; i < expected.length; i++) {
            assertThat(envelope[3 * i]).isCloseTo(expected[i], ROUNDING);
        }
        assertThat(Hilbert.analytic(Arrays.copyOf(X, 99)).imaginaries())
                .containsExactly(GOLDEN.vector("hilbert-odd"), ROUNDING);
        double[] carrier = cosine(1000, 100, 1000, 1, 0);
        double[] beat = cosine(1000, 7, 1000, 0.5, 0);
        double[] modulated = new double[1000];
        Arrays.setAll(modulated, t -> (1 + beat[t]) * carrier[t]);
        double[] seen = Hilbert.envelope(modulated);
        for (int t = 0; t < 1000; t++) {
            assertThat(seen[t]).isCloseTo(1 + beat[t], within(1e-10));
        }
        double[] hundred = new double[999];
        Arrays.fill(hundred, 100);
        assertThat(Hilbert.frequency(carrier, 1000)).containsExactly(hundred, within(1e-7));
    }

    @Test
    void the_envelope_of_a_ringing_bearing_beats_at_its_fault_frequency() {
        double rate = 12_000;
        double fault = 107.3; // one blow every 111.8 readings, each ringing at 3 kHz
        double[] signal = FourierTest.noise(12_000, 8);
        for (double blow = 0; blow < 12_000; blow += rate / fault) {
            for (int t = (int) Math.ceil(blow); t < Math.min(12_000, blow + 200); t++) {
                double since = (t - blow) / rate;
                signal[t] += 3 * Math.exp(-since * 900) * Math.sin(2 * Math.PI * 3000 * since);
            }
        }
        double[] ringing =
                new Butterworth(4, new Band.BandPass(2500, 3500)).design(rate).bothWays(signal);
        PowerSpectrum envelope = Welch.periodogram(Hilbert.envelope(ringing), rate, Taper.HANN);
        assertThat(envelope.peak(20, 500)).isCloseTo(fault, within(1.0)); // the step is 1 Hz
        assertThat(Welch.periodogram(signal, rate, Taper.HANN).peak(20, 5000)).isGreaterThan(2000);
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(doubles = {3.7, 10, 24.99, 49})
    void one_frequency_agrees_with_the_transform(double frequency) {
        double[] signal = FourierTest.noise(257, 4);
        double re = 0;
        double im = 0;
        for (int t = 0; t < 257; t++) {
            re += signal[t] * Math.cos(2 * Math.PI * frequency / 100 * t);
            im -= signal[t] * Math.sin(2 * Math.PI * frequency / 100 * t);
        }
        Goertzel tone = Goertzel.of(signal, frequency, 100);
        assertThat(tone.amplitude()).isCloseTo(2 * Math.hypot(re, im) / 257, within(1e-11));
        assertThat(tone.phase()).isCloseTo(Math.atan2(im, re), within(1e-9));
    }

    @Test
    void a_cosine_has_the_amplitude_and_phase_it_was_made_with() {
        Goertzel tone = Goertzel.of(cosine(1000, 50, 1000, 2.5, -0.7), 50, 1000);
        assertThat(tone.amplitude()).isCloseTo(2.5, within(1e-10));
        assertThat(tone.phase()).isCloseTo(-0.7, within(1e-10));
    }

    @Test
    void refuse_what_they_are_not_defined_for() {
        assertThatThrownBy(() -> Taper.kaiser(-1)).hasMessageContaining("beta -1.0");
        assertThatThrownBy(() -> Taper.HANN.periodic(0)).hasMessageContaining("0 weights");
        assertThatThrownBy(() -> new Welch(8, 8, Taper.HANN, true)).hasMessageContaining("overlap by 8");
        assertThatThrownBy(() -> Welch.defaults().density(new double[255], 1)).hasMessageContaining("at least 256");
        assertThatThrownBy(() -> Welch.ofSegment(2).density(new double[] {1, 2, Double.NaN}, 1))
                .hasMessageContaining("position 2 is NaN");
        assertThatThrownBy(() -> Welch.ofSegment(2).cross(new double[3], new double[4], 1))
                .hasMessageContaining("3 and 4");
        assertThatThrownBy(() -> Welch.ofSegment(2).density(new double[3], -1)).hasMessageContaining("rate of -1.0");
        assertThatThrownBy(() -> Welch.periodogram(new double[0], 1, Taper.HANN))
                .hasMessageContaining("0 values");
        assertThatThrownBy(() -> new ShortTimeFourier(8, 9, Taper.HANN)).hasMessageContaining("hop of 9");
        Spectrogram frames = new ShortTimeFourier(8, 8, Taper.HANN).transform(new double[20], 1);
        assertThatThrownBy(() -> new ShortTimeFourier(8, 8, Taper.HANN).inverse(frames))
                .hasMessageContaining("has no weight");
        assertThatThrownBy(() -> new ShortTimeFourier(8, 4, Taper.HANN).inverse(frames))
                .hasMessageContaining("use the settings");
        assertThatThrownBy(() -> Hilbert.analytic(new double[0])).hasMessageContaining("0 values");
        assertThatThrownBy(() -> Goertzel.of(new double[9], 51, 100)).hasMessageContaining("51.0");
    }
}
