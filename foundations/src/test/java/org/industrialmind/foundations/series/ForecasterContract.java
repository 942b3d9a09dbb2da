package org.industrialmind.foundations.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every forecaster promises; a method's test extends this and names it. */
abstract class ForecasterContract {
    /** The forecaster, with a period of 4 where it knows seasons. */
    protected abstract Forecaster forecaster();

    /** Whether a value may be missing. */
    protected boolean livesWithGaps() {
        return false;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void forecasts_are_finite_and_grow_no_surer_with_distance(long seed) {
        Forecast forecast = forecaster().fit(Series.seasonal(80, 4, seed)).forecast(12);
        assertThat(forecast.horizon()).isEqualTo(12);
        for (int step = 1; step <= 12; step++) {
            assertThat(forecast.mean(step)).isFinite();
            assertThat(forecast.deviation(step)).isFinite().isPositive();
            assertThat(forecast.interval(step, 0.95).contains(forecast.mean(step)))
                    .isTrue();
            if (step > 4) { // a season may be surer at one place than at the one before
                assertThat(forecast.deviation(step)).isGreaterThanOrEqualTo(forecast.deviation(step - 4) * 0.97);
            }
        }
    }

    @Test
    void the_series_is_left_as_it_is_and_the_same_series_gives_the_same_forecast() {
        double[] series = Series.seasonal(80, 4, 5);
        double[] copy = series.clone();
        double[] once = forecaster().fit(series).forecast(5).means();
        assertThat(series).containsExactly(copy);
        assertThat(forecaster().fit(series).forecast(5).means()).containsExactly(once);
    }

    @Test
    void a_longer_horizon_begins_like_a_shorter_one() {
        ForecastModel model = forecaster().fit(Series.seasonal(80, 4, 6));
        assertThat(Arrays.copyOf(model.forecast(9).means(), 3))
                .containsExactly(model.forecast(3).means(), within(1e-12));
        assertThat(Arrays.copyOf(model.forecast(9).deviations(), 3))
                .containsExactly(model.forecast(3).deviations(), within(0.05)); // simulated ones differ a little
    }

    @Test
    void continued_over_the_same_series_it_says_the_same() {
        double[] series = Series.seasonal(80, 4, 7);
        ForecastModel model = forecaster().fit(series);
        assertThat(model.continued(series).forecast(6).means())
                .containsExactly(model.forecast(6).means(), within(1e-9));
        double[] longer = Series.seasonal(84, 4, 7);
        assertThat(model.continued(longer).forecast(1).mean(1)).isFinite();
    }

    @Test
    void a_later_value_never_changes_an_earlier_forecast() {
        double[] series = Series.seasonal(70, 4, 8);
        double[] poisoned = series.clone();
        for (int t = 60; t < 70; t++) {
            poisoned[t] = 1e9;
        }
        RollingOrigin walk = new RollingOrigin(50, 2, 2, Integer.MAX_VALUE, 3);
        ForecastErrors clean = walk.evaluate(forecaster(), series);
        ForecastErrors dirty = walk.evaluate(forecaster(), poisoned);
        for (int i = 0; i < 6; i++) { // origins 50 ... 60 know nothing of what comes at 60
            assertThat(dirty.origin(i)).isLessThanOrEqualTo(60);
            assertThat(dirty.forecast(i).means())
                    .containsExactly(clean.forecast(i).means());
            assertThat(dirty.forecast(i).deviations())
                    .containsExactly(clean.forecast(i).deviations());
        }
    }

    @Test
    void equal_values_go_on() {
        double[] sevens = new double[60];
        Arrays.fill(sevens, 7);
        Forecast forecast = forecaster().fit(sevens).forecast(5);
        for (int step = 1; step <= 5; step++) {
            assertThat(forecast.mean(step)).isCloseTo(7, within(1e-6));
            assertThat(forecast.deviation(step)).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void forecasts_follow_the_unit_of_the_series() {
        double[] series = Series.seasonal(80, 4, 9);
        double[] larger = Arrays.stream(series).map(value -> 1e5 * value).toArray();
        Forecast small = forecaster().fit(series).forecast(4);
        Forecast large = forecaster().fit(larger).forecast(4);
        for (int step = 1; step <= 4; step++) {
            assertThat(large.mean(step) / 1e5).isCloseTo(small.mean(step), within(0.01));
            assertThat(large.deviation(step) / 1e5).isCloseTo(small.deviation(step), within(0.01));
        }
    }

    @Test
    void a_gap_is_lived_with_or_named() {
        double[] series = Series.seasonal(80, 4, 10);
        series[17] = Double.NaN;
        if (livesWithGaps()) {
            assertThat(forecaster().fit(series).forecast(3).mean(2)).isFinite();
        } else {
            assertThatThrownBy(() -> forecaster().fit(series)).hasMessageContaining("position 17 is NaN");
        }
        series[17] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> forecaster().fit(series)).hasMessageContaining("position 17 is Infinity");
    }

    @Test
    void refuses_a_short_series_and_an_empty_horizon() {
        assertThatThrownBy(() -> forecaster().fit(new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected at least");
        ForecastModel model = forecaster().fit(Series.seasonal(80, 4, 11));
        assertThatThrownBy(() -> model.forecast(0)).hasMessageContaining("0 steps");
        assertThatThrownBy(() -> model.forecast(2).mean(3)).hasMessageContaining("step 3");
    }
}
