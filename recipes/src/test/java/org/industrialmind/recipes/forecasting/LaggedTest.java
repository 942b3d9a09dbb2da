package org.industrialmind.recipes.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.series.Forecast;
import org.industrialmind.foundations.series.ForecastModel;
import org.industrialmind.foundations.series.Naive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaggedTest {
    private static final double[] WAVE = wave(400);

    private static double[] wave(int length) {
        double[] values = new double[length];
        Arrays.setAll(values, t -> 50 + 10 * Math.sin(2 * Math.PI * t / 12));
        return values;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_weighted_sum_of_lags_continues_a_wave(boolean fromLast) {
        ForecastModel model = new Lagged(24, 6, 1, fromLast, new RidgeOnLags()).fit(WAVE);
        assertContinues(model.forecast(6), 400, 0.1);
        assertContinues(model.continued(wave(407)).forecast(6), 407, 0.1);
        assertThat(model.forecast(3).horizon()).isEqualTo(3);
        assertThatThrownBy(() -> model.forecast(7))
                .hasMessageContaining("7 steps")
                .hasMessageContaining("1 to 6");
    }

    @Test
    void a_recurrent_network_learns_a_wave_and_the_same_seed_learns_the_same() {
        Lagged settings = new Lagged(12, 3, 1, false, new LstmOnLags(8, 400, 7));
        Forecast forecast = settings.fit(WAVE).forecast(3);
        assertContinues(forecast, 400, 2.5);
        assertThat(settings.fit(WAVE).forecast(3).means()).isEqualTo(forecast.means());
    }

    @Test
    void a_series_too_short_to_be_judged_by_is_refused() {
        assertThatThrownBy(() -> new Lagged(10, 5, 1, true, new RidgeOnLags()).fit(Arrays.copyOf(WAVE, 17)))
                .hasMessageContaining("17 values")
                .hasMessageContaining("10 lags and 5 steps");
    }

    @Test
    void logarithms_are_undone() {
        double[] doubling = {1, 2, 4, 8, 16};
        assertThat(new Logged(Naive.drift()).fit(doubling).forecast(2).means())
                .contains(new double[] {32, 64}, within(1e-9));
        Forecast continued = new Logged(Naive.last())
                .fit(doubling)
                .continued(new double[] {1, 3})
                .forecast(1);
        assertThat(continued.mean(1)).isEqualTo(3, within(1e-9));
        assertThat(continued.deviation(1)).isPositive();
        assertThatThrownBy(() -> new Logged(Naive.last()).fit(new double[] {1, 0, 2}))
                .hasMessageContaining("position 1");
    }

    @Test
    void what_a_season_leaves_of_a_pure_season_is_nothing() {
        ForecastModel model = new Deseasoned(Naive.last(), 12, 1).fit(WAVE);
        assertContinues(model.forecast(5), 400, 1e-9);
        assertContinues(model.continued(wave(403)).forecast(5), 403, 1e-9);
    }

    private static void assertContinues(Forecast forecast, int from, double off) {
        double[] came = wave(from + forecast.horizon());
        for (int step = 1; step <= forecast.horizon(); step++) {
            assertThat(forecast.mean(step)).as("step %d", step).isEqualTo(came[from + step - 1], within(off));
        }
    }
}
