package org.industrialmind.learning.prognosis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WearCurveTest {
    private static final double NONE = Double.NaN;
    private final WearCurve curve = new WearCurve(List.of(-1.0, 0.0, 0.0, 2.0, 3.0)); // at 0, 1/4, ... 1

    @Test
    void a_level_is_read_back_as_the_share_of_life_at_which_it_stands() {
        assertThat(curve.wear(-2)).isZero();
        assertThat(curve.wear(-1)).isZero();
        assertThat(curve.wear(-0.5)).isCloseTo(0.125, within(1e-12));
        assertThat(curve.wear(1)).isCloseTo(0.625, within(1e-12));
        assertThat(curve.wear(3)).isCloseTo(1, within(1e-12));
    }

    @Test
    void where_the_curve_is_flat_the_middle_is_meant() {
        assertThat(curve.wear(0)).isCloseTo(0.375, within(1e-12));
        WearCurve saturated = new WearCurve(List.of(0.0, 1.0, 3.0, 3.0, 3.0));
        assertThat(saturated.wear(3)).isCloseTo(0.75, within(1e-12));
        assertThat(new WearCurve(List.of(0.0, 0.0, 0.0, 1.0, 2.0)).wear(0)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void beyond_its_end_it_goes_on_with_its_mean_slope() {
        assertThat(curve.wear(4)).isCloseTo(1.25, within(1e-12)); // 4 in a life
        assertThat(new WearCurve(List.of(0.0, 2.0, 2.0)).wear(4)).isCloseTo(2, within(1e-12));
    }

    @Test
    void wear_never_falls_while_the_level_rises() {
        double before = -1;
        for (double level = -2; level < 5; level += 0.01) {
            assertThat(curve.wear(level)).isGreaterThanOrEqualTo(before);
            before = curve.wear(level);
        }
    }

    @Test
    void the_fleet_speaks_by_its_median_made_monotone() {
        WearCurve median = WearCurve.median(
                List.of(new double[] {0, 2, 1, 4}, new double[] {0, 3, NONE, 5}, new double[] {NONE, 4, 2, 9}));
        assertThat(median.levels()).containsExactly(0.0, 3.0, 3.0, 5.0);
        WearCurve unseenAtFirst = WearCurve.median(List.of(new double[] {NONE, 1, 2}));
        assertThat(unseenAtFirst.levels()).containsExactly(1.0, 1.0, 2.0);
    }

    @Test
    void refuses_what_is_no_curve() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WearCurve(List.of(1.0, 0.5)))
                .withMessageContaining("never fall");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WearCurve(List.of(1.0, 1.0)))
                .withMessageContaining("that rise");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WearCurve.median(List.of()))
                .withMessageContaining("one machine");
    }
}
