package org.industrialmind.foundations.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters against their closed forms and SciPy. */
class FiltersTest {
    private static final Offset<Double> ROUNDING = within(1e-11);
    private static final Golden GOLDEN = Golden.read("spectrum");
    private static final double[] X = GOLDEN.vector("x");

    private static Band band(String name) {
        return switch (name) {
            case "low" -> new Band.LowPass(1.2);
            case "high" -> new Band.HighPass(2);
            case "pass" -> new Band.BandPass(1, 2.5);
            default -> new Band.BandStop(1, 2.5);
        };
    }

    private static double[] every(int step, double[] values) {
        double[] some = new double[Math.ceilDiv(values.length, step)];
        Arrays.setAll(some, i -> values[step * i]);
        return some;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"low", "high", "pass", "stop"})
    void butterworth_agrees_with_scipy(String name) {
        for (int order : new int[] {4, 5}) {
            Sections sections = new Butterworth(order, band(name)).design(10);
            double[] gains = Arrays.stream(GOLDEN.vector("at"))
                    .map(frequency -> sections.gain(frequency, 10))
                    .toArray();
            assertThat(gains).containsExactly(GOLDEN.vector("gain-" + name + "-" + order), ROUNDING);
            assertThat(every(11, sections.filter(X)))
                    .containsExactly(GOLDEN.vector("filtered-" + name + "-" + order), ROUNDING);
            assertThat(every(11, sections.bothWays(X)))
                    .containsExactly(GOLDEN.vector("filtfilt-" + name + "-" + order), ROUNDING);
        }
    }

    @ParameterizedTest(name = "order {0}")
    @ValueSource(ints = {1, 2, 3, 7, 12, 20})
    void the_low_pass_is_as_flat_as_its_formula(int order) {
        Sections sections = new Butterworth(order, new Band.LowPass(50)).design(1000);
        for (double frequency : new double[] {0, 10, 50, 90, 200}) {
            double ratio = Math.tan(Math.PI * frequency / 1000) / Math.tan(Math.PI * 50 / 1000);
            double expected = 1 / Math.sqrt(1 + Math.pow(ratio, 2.0 * order));
            assertThat(sections.gain(frequency, 1000)).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void a_wide_band_pass_of_odd_order_has_real_poles_and_still_halves_the_power_at_its_edges() {
        Sections sections = new Butterworth(3, new Band.BandPass(0.01, 4.9)).design(10);
        assertThat(sections.size()).isEqualTo(3);
        assertThat(sections.gain(0.01, 10)).isCloseTo(Math.sqrt(0.5), within(1e-9));
        assertThat(sections.gain(4.9, 10)).isCloseTo(Math.sqrt(0.5), within(1e-9));
    }

    @Test
    void a_level_passes_both_ways_without_ringing() {
        double[] level = new double[100];
        Arrays.fill(level, 7);
        assertThat(new Butterworth(6, new Band.LowPass(0.2)).design(10).bothWays(level))
                .containsExactly(level, within(1e-9));
        assertThat(new Butterworth(6, new Band.HighPass(0.2)).design(10).bothWays(level))
                .containsExactly(new double[100], within(1e-9));
    }

    @Test
    void windowed_sines_agree_with_scipy() {
        for (String name : new String[] {"low", "high", "pass", "stop"}) {
            assertThat(FirFilter.design(band(name), 31, 10).taps())
                    .containsExactly(GOLDEN.vector("fir-" + name), ROUNDING);
        }
        assertThat(FirFilter.design(band("low"), 30, Taper.kaiser(6), 10).taps())
                .containsExactly(GOLDEN.vector("fir-even"), ROUNDING);
    }

    @Test
    void taps_delay_what_passes_and_stop_the_rest() {
        FirFilter filter = FirFilter.design(new Band.LowPass(50), 101, 1000);
        assertThat(filter.gain(0, 1000)).isCloseTo(1, ROUNDING);
        assertThat(filter.gain(10, 1000)).isCloseTo(1, within(0.01));
        assertThat(filter.gain(200, 1000)).isLessThan(0.003);
        assertThat(filter.delay()).isEqualTo(50);
        double[] slow = SpectraTest.cosine(600, 10, 1000, 1, 0);
        double[] filtered = filter.filter(slow);
        for (int t = 150; t < 600; t++) {
            assertThat(filtered[t]).isCloseTo(slow[t - 50], within(0.01));
        }
    }

    @Test
    void refuse_what_they_are_not_defined_for() {
        assertThatThrownBy(() -> new Band.LowPass(0)).hasMessageContaining("0.0 and 0.0");
        assertThatThrownBy(() -> new Band.HighPass(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Band.BandPass(3, 2)).hasMessageContaining("3.0 and 2.0");
        assertThatThrownBy(() -> new Band.BandStop(-3, 2)).hasMessageContaining("-3.0");
        assertThatThrownBy(() -> new Butterworth(0, band("low"))).hasMessageContaining("order 0");
        assertThatThrownBy(() -> new Butterworth(2, new Band.LowPass(5)).design(10))
                .hasMessageContaining("edge at 5.0");
        assertThatThrownBy(() -> FirFilter.design(band("high"), 30, 10)).hasMessageContaining("30 taps");
        Sections sections = new Butterworth(4, band("low")).design(10);
        assertThat(sections.padding()).isEqualTo(15);
        assertThatThrownBy(() -> sections.bothWays(new double[15])).hasMessageContaining("at least 16");
        assertThatThrownBy(() -> sections.filter(new double[] {Double.NaN})).hasMessageContaining("position 0");
        assertThat(sections.filter(new double[0])).isEmpty();
    }
}
