package org.industrialmind.foundations.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.statistics.Interval;
import org.junit.jupiter.api.Test;

/** Walk-forward evaluation: what a forecaster is shown, and what its errors come to. */
class RollingOriginTest {
    private static final double[] COUNT = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    @Test
    void a_forecaster_is_shown_the_past_and_nothing_else() {
        List<double[]> shown = new ArrayList<>();
        Forecaster spy = series -> {
            shown.add(series.clone());
            series[0] = 1e9; // what it does to its copy is its own affair
            return Naive.last().fit(new double[] {1, 2});
        };
        RollingOrigin.expanding(4, 2).evaluate(spy, COUNT);
        assertThat(shown).hasSize(3);
        assertThat(shown.get(1)).containsExactly(0, 1, 2, 3, 4, 5);
        shown.clear();
        RollingOrigin.sliding(3, 2).withStride(3).evaluate(spy, COUNT);
        assertThat(shown.get(1)).containsExactly(3, 4, 5);
        assertThat(shown).hasSize(2);
        shown.clear();
        RollingOrigin.expanding(4, 1).withRefit(3).evaluate(spy, COUNT);
        assertThat(shown).hasSize(2);
    }

    @Test
    void errors_are_those_of_hand() {
        ForecastErrors errors = RollingOrigin.expanding(4, 2).evaluate(Naive.last(), COUNT);
        assertThat(errors.size()).isEqualTo(3);
        assertThat(errors.horizon()).isEqualTo(2);
        assertThat(errors.origin(1)).isEqualTo(6);
        assertThat(errors.actual(1, 2)).isEqualTo(7);
        assertThat(errors.error(1, 2)).isEqualTo(2);
        assertThat(errors.meanAbsolute(1)).isEqualTo(1);
        assertThat(errors.meanAbsolute()).isEqualTo(1.5);
        assertThat(errors.rootMeanSquare(2)).isEqualTo(2);
        assertThat(errors.rootMeanSquare()).isCloseTo(Math.sqrt(2.5), within(1e-12));
        assertThat(errors.bias()).isEqualTo(1.5);
        assertThat(errors.scaled(1)).isEqualTo(1.5);
        assertThat(errors.forecast(0).mean(1)).isEqualTo(3);
        assertThat(errors.coverage(0.99)).isEqualTo(1);
        assertThat(RollingOrigin.expanding(4, 2).evaluate(Naive.drift(), COUNT).meanAbsolute())
                .isZero();
    }

    @Test
    void a_continued_model_forecasts_from_the_newest_value() {
        ForecastErrors errors = RollingOrigin.expanding(4, 1).withRefit(100).evaluate(Naive.last(), COUNT);
        assertThat(errors.size()).isEqualTo(6);
        assertThat(errors.meanAbsolute()).isEqualTo(1);
    }

    @Test
    void missing_values_are_left_out() {
        double[] gap = COUNT.clone();
        gap[9] = Double.NaN;
        ForecastErrors errors = RollingOrigin.expanding(6, 2).evaluate(Naive.last(), gap);
        assertThat(errors.meanAbsolute(2)).isEqualTo(2);
        assertThat(errors.coverage(0.9)).isBetween(0.0, 1.0);
    }

    @Test
    void seasonal_and_drifting_forecasts_are_those_of_hand() {
        Forecast seasonal =
                Naive.seasonal(3).fit(new double[] {1, 2, 3, 2, 3, 5}).forecast(4);
        assertThat(seasonal.means()).containsExactly(2, 3, 5, 2);
        assertThat(seasonal.deviation(1)).isCloseTo(Math.sqrt((1 + 1 + 4) / 3.0), within(1e-12));
        assertThat(seasonal.deviation(4)).isCloseTo(Math.sqrt(4), within(1e-12));
        assertThat(Naive.drift().fit(new double[] {1, 2, 5}).forecast(2).means())
                .containsExactly(7, 9);
        Interval interval = Forecast.of(new double[] {10}, new double[] {2}).interval(1, 0.95);
        assertThat(interval.low()).isCloseTo(10 - 3.919927969, within(1e-8));
        assertThat(interval.width()).isCloseTo(7.839855938, within(1e-8));
    }

    @Test
    void refuse_nonsense() {
        assertThatThrownBy(() -> new RollingOrigin(4, 0, 1, 4, 1)).hasMessageContaining("horizon 0");
        assertThatThrownBy(() -> RollingOrigin.expanding(9, 2).evaluate(Naive.last(), COUNT))
                .hasMessageContaining("at least 11");
        ForecastErrors errors = RollingOrigin.expanding(4, 2).evaluate(Naive.last(), COUNT);
        assertThatThrownBy(() -> errors.scaled(4)).hasMessageContaining("shorter period");
        assertThatThrownBy(() -> Naive.seasonal(1)).hasMessageContaining("period 1");
        assertThatThrownBy(() -> Forecast.of(new double[1], new double[2])).hasMessageContaining("1 means and 2");
        assertThatThrownBy(() -> Forecast.of(new double[1], new double[] {-1})).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("the low end first");
    }
}
