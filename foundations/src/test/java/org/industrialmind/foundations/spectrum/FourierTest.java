package org.industrialmind.foundations.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transforms and convolutions against the sum as it is written, their identities and SciPy. */
class FourierTest {
    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final Golden GOLDEN = Golden.read("spectrum");

    static double[] noise(int length, long seed) {
        return new SplittableRandom(seed).doubles(length, -1, 1).toArray();
    }

    /** The readable twin: the definition, O(n^2). */
    private static double[][] defined(double[] re, double[] im) {
        int n = re.length;
        double[][] sums = new double[2][n];
        for (int k = 0; k < n; k++) {
            for (int t = 0; t < n; t++) {
                double angle = -2 * Math.PI * ((long) k * t % n) / n;
                sums[0][k] += re[t] * Math.cos(angle) - im[t] * Math.sin(angle);
                sums[1][k] += re[t] * Math.sin(angle) + im[t] * Math.cos(angle);
            }
        }
        return sums;
    }

    @ParameterizedTest(name = "n = {0}")
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 19, 23, 24, 25, 27, 29, 31, 32, 34, 35, 36, 37,
                49, 60, 64, 77, 97, 100, 101, 121, 128, 143, 169, 210, 211, 255, 256, 289, 360, 500
            })
    void every_length_agrees_with_the_definition(int n) {
        double[] re = noise(n, n);
        double[] im = noise(n, n + 1000L);
        double[][] expected = defined(re, im);
        double[] a = re.clone();
        double[] b = im.clone();
        Fourier plan = Fourier.of(n);
        plan.forward(a, b);
        assertThat(a).containsExactly(expected[0], within(1e-11));
        assertThat(b).containsExactly(expected[1], within(1e-11));
        plan.inverse(a, b);
        assertThat(a).containsExactly(re, ROUNDING);
        assertThat(b).containsExactly(im, ROUNDING);
    }

    @ParameterizedTest(name = "n = {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 16, 30, 31, 34, 97, 100, 202})
    void real_signals_take_the_short_way_to_the_same_values(int n) {
        double[] signal = noise(n, n);
        double[][] expected = defined(signal, new double[n]);
        RealFourier plan = RealFourier.of(n);
        ComplexVector half = plan.forward(signal);
        assertThat(half.size()).isEqualTo(plan.bins()).isEqualTo(n / 2 + 1);
        assertThat(half.reals()).containsExactly(Arrays.copyOf(expected[0], n / 2 + 1), within(1e-11));
        assertThat(half.imaginaries()).containsExactly(Arrays.copyOf(expected[1], n / 2 + 1), within(1e-11));
        assertThat(plan.inverse(half)).containsExactly(signal, ROUNDING);
    }

    @ParameterizedTest(name = "n = {0}")
    @ValueSource(ints = {65_536, 100_000, 65_537})
    void energy_is_kept_at_length(int n) { // Parseval; 65,537 is prime
        double[] signal = noise(n, 3);
        ComplexVector transform = Fourier.of(n).forward(signal);
        double inTime = 0;
        double inFrequency = 0;
        for (int k = 0; k < n; k++) {
            inTime += signal[k] * signal[k];
            inFrequency += transform.power(k) / n;
        }
        assertThat(inFrequency / inTime).isCloseTo(1, within(1e-13));
    }

    @Test
    void agrees_with_scipy() {
        for (int n : new int[] {97, 120}) {
            ComplexVector ours = Fourier.of(n).forward(Arrays.copyOf(GOLDEN.vector("x"), n));
            assertThat(ours.reals()).containsExactly(GOLDEN.matrix("fft" + n).row(0), ROUNDING);
            assertThat(ours.imaginaries())
                    .containsExactly(GOLDEN.matrix("fft" + n).row(1), ROUNDING);
        }
    }

    @Test
    void roots_of_unity_are_exact_at_quarters() {
        assertThat(new double[] {Fourier.cos(0, 8), Fourier.cos(2, 8), Fourier.cos(4, 8), Fourier.cos(6, 8)})
                .containsExactly(1, 0, -1, 0);
        assertThat(Fourier.sin(3, 4)).isEqualTo(-1);
        assertThat(Fourier.cos(1, 8)).isEqualTo(Fourier.sin(1, 8));
    }

    @Test
    void a_cosine_is_one_line() {
        double[] cosine = new double[48];
        for (int t = 0; t < cosine.length; t++) {
            cosine[t] = 3 * Math.cos(2 * Math.PI * 5 * t / 48 + 0.4);
        }
        RealFourier plan = RealFourier.of(48);
        ComplexVector lines = plan.forward(cosine);
        assertThat(lines.magnitude(5)).isCloseTo(3 * 24, ROUNDING);
        assertThat(lines.phase(5)).isCloseTo(0.4, ROUNDING);
        assertThat(lines.magnitude(6)).isCloseTo(0, ROUNDING);
        assertThat(plan.frequencies(480)[5]).isEqualTo(50);
    }

    @ParameterizedTest(name = "{0} with 90 values")
    @ValueSource(ints = {1, 3, 40, 45, 200, 701})
    void long_convolutions_are_those_of_schoolbooks(int n) {
        double[] a = noise(n, 1);
        double[] b = noise(90, 2);
        double[] expected = new double[n + 89];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 90; j++) {
                expected[i + j] += a[i] * b[j];
            }
        }
        assertThat(Convolution.of(a, b)).containsExactly(expected, ROUNDING);
        assertThat(Convolution.of(b, a)).containsExactly(expected, ROUNDING);
    }

    @Test
    void a_circular_convolution_wraps_around() {
        assertThat(Convolution.circular(new double[] {1, 2, 3}, new double[] {0, 1, 0}))
                .containsExactly(new double[] {3, 1, 2}, ROUNDING);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void autocovariances_are_the_sums_they_stand_for(long seed) {
        double[] x = noise(57, seed);
        double mean = Arrays.stream(x).average().orElseThrow();
        double[] covariances = Autocovariance.of(x, 56);
        for (int k = 0; k < 57; k++) {
            double sum = 0;
            for (int t = 0; t + k < 57; t++) {
                sum += (x[t] - mean) * (x[t + k] - mean) / 57;
            }
            assertThat(covariances[k]).isCloseTo(sum, within(1e-15));
        }
    }

    @Test
    void refuse_what_they_are_not_defined_for() {
        assertThatThrownBy(() -> Fourier.of(0)).hasMessageContaining("0 values");
        assertThatThrownBy(() -> Fourier.of((1 << 28) + 1)).hasMessageContaining("2^28");
        assertThatThrownBy(() -> RealFourier.of(0)).hasMessageContaining("0 values");
        assertThatThrownBy(() -> Fourier.of(4).forward(new double[4], new double[3]))
                .hasMessageContaining("3 imaginary");
        assertThatThrownBy(() -> RealFourier.of(4).forward(new double[5])).hasMessageContaining("signal of 5");
        assertThatThrownBy(() -> RealFourier.of(4).inverse(ComplexVector.of(new double[4], new double[4])))
                .hasMessageContaining("expected 3");
        assertThatThrownBy(() -> RealFourier.of(4).frequencies(0)).hasMessageContaining("rate of 0.0");
        assertThatThrownBy(() -> ComplexVector.of(new double[2], new double[3])).hasMessageContaining("2 real and 3");
        assertThatThrownBy(() -> Convolution.of(new double[0], new double[1])).hasMessageContaining("0 values");
        assertThatThrownBy(() -> Convolution.of(new double[] {1, Double.NaN}, new double[1]))
                .hasMessageContaining("position 1 is NaN");
        assertThatThrownBy(() -> Convolution.circular(new double[2], new double[3]))
                .hasMessageContaining("2 with 3");
        assertThatThrownBy(() -> Autocovariance.of(new double[3], 3)).hasMessageContaining("at least 4");
        assertThatThrownBy(() -> Autocovariance.of(new double[3], -1)).hasMessageContaining("lag -1");
    }
}
