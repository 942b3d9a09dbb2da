package org.industrialmind.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RemainingLifeTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    private static RemainingLife life(LifeQuantile... quantiles) {
        return new RemainingLife(
                new AssetId("P-101"), 0, List.of(quantiles), Optional.empty(), new ModelRef("life/path", 1), 0.5);
    }

    private static LifeQuantile quantile(double level, double hours) {
        return new LifeQuantile(level, hours);
    }

    private final RemainingLife known = life(quantile(0.1, 10), quantile(0.5, 30), quantile(0.9, 80));

    @Test
    void reads_between_its_quantiles_on_a_straight_line() {
        assertThat(known.hours(0.5)).isEqualTo(30);
        assertThat(known.hours(0.3)).isCloseTo(20, within(1e-12)); // halfway from 10 to 30
        assertThat(known.hours(0.05)).isCloseTo(5, within(1e-12)); // spread evenly from now on
        assertThat(known.hours(0.95)).isInfinite();
    }

    @Test
    void the_probability_within_some_hours_is_the_inverse_of_the_quantile() {
        for (double level : new double[] {0.02, 0.1, 0.33, 0.5, 0.77, 0.9}) {
            assertThat(known.probabilityWithin(known.hours(level))).isCloseTo(level, within(1e-12));
        }
        assertThat(known.probabilityWithin(0)).isZero();
        assertThat(known.probabilityWithin(-5)).isZero();
        assertThat(known.probabilityWithin(1e9)).isEqualTo(0.9);
    }

    @Test
    void a_life_that_ends_now_is_over_with_its_whole_level() {
        RemainingLife over = life(quantile(0.1, 0), quantile(0.5, 0), quantile(0.9, 8));
        assertThat(over.hours(0.3)).isZero();
        assertThat(over.probabilityWithin(0)).isEqualTo(0.5);
        assertThat(over.probabilityWithin(4)).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void what_lies_beyond_sight_is_infinite_and_counts_in_no_probability() {
        RemainingLife half = life(quantile(0.1, 10), quantile(0.5, ENDLESS), quantile(0.9, ENDLESS));
        assertThat(half.noEndInSight()).isFalse();
        assertThat(half.hours(0.1)).isEqualTo(10);
        assertThat(half.hours(0.3)).isInfinite();
        assertThat(half.probabilityWithin(1e6)).isEqualTo(0.1);
    }

    @Test
    void a_healthy_machine_has_no_end_in_sight() {
        RemainingLife healthy = life(quantile(0.05, ENDLESS), quantile(0.95, ENDLESS));
        assertThat(healthy.noEndInSight()).isTrue();
        assertThat(healthy.hours(0.01)).isInfinite();
        assertThat(healthy.hours(0.5)).isInfinite(); // between two that are
        assertThat(healthy.probabilityWithin(1e6)).isZero();
    }

    @Test
    void refuses_what_is_no_life() {
        assertThatIllegalArgumentException().isThrownBy(() -> life()).withMessageContaining("no quantile");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> life(quantile(0.5, 3), quantile(0.5, 4)))
                .withMessageContaining("levels that rise");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> life(quantile(0.1, 4), quantile(0.5, 3)))
                .withMessageContaining("hours that do not fall");
        assertThatIllegalArgumentException().isThrownBy(() -> quantile(1, 3)).withMessageContaining("between 0 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> quantile(0.5, -1)).withMessageContaining("hours from 0");
        assertThatIllegalArgumentException().isThrownBy(() -> known.hours(0)).withMessageContaining("between 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RemainingLife(
                        new AssetId("P-101"),
                        0,
                        List.of(quantile(0.5, 1)),
                        Optional.empty(),
                        new ModelRef("life/path", 1),
                        1.1))
                .withMessageContaining("health index");
    }
}
