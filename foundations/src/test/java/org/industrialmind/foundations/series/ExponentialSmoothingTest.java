package org.industrialmind.foundations.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.series.ExponentialSmoothing.Season;
import org.industrialmind.foundations.series.ExponentialSmoothing.Trend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Smoothing against its closed forms, simulation and statsmodels. */
class ExponentialSmoothingTest {
    private static final Golden GOLDEN = Golden.read("series");

    private static ExponentialSmoothing settings(String kind) {
        return switch (kind) {
            case "simple" -> ExponentialSmoothing.simple();
            case "holt" -> ExponentialSmoothing.holt();
            case "damped" -> ExponentialSmoothing.damped();
            case "additive" -> ExponentialSmoothing.holtWinters(Season.ADDITIVE, 12);
            default -> ExponentialSmoothing.holtWinters(Season.MULTIPLICATIVE, 12);
        };
    }

    private static double[] series(String kind) {
        return GOLDEN.vector(
                switch (kind) {
                    case "simple" -> "arma";
                    case "multiplicative" -> "mul";
                    default -> "add";
                });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"simple", "holt", "damped", "additive", "multiplicative"})
    void the_least_squares_are_those_of_statsmodels_or_less(String kind) {
        SmoothingModel model = settings(kind).fit(series(kind));
        assertThat(model.squares()).isLessThan(GOLDEN.value("smooth-" + kind) * (1 + 1e-6));
        if (model.squares() > GOLDEN.value("smooth-" + kind) * (1 - 1e-4)) { // the same optimum
            double[] expected = GOLDEN.vector("smooth-" + kind + "-forecast");
            assertThat(model.forecast(14).means()).containsExactly(expected, within(0.05));
        }
    }

    @Test
    void a_line_and_a_season_without_noise_go_on_exactly() {
        double[] series = new double[40];
        double[] season = {3, -1, 0, -2};
        Arrays.setAll(series, t -> 10 + 2 * t + season[t % 4]);
        SmoothingModel model =
                ExponentialSmoothing.holtWinters(Season.ADDITIVE, 4).fit(series);
        for (int h = 1; h <= 8; h++) {
            assertThat(model.forecast(8).mean(h)).isCloseTo(10 + 2 * (39 + h) + season[(39 + h) % 4], within(1e-4));
        }
        double[] product = new double[40];
        double[] factors = {1.3, 0.9, 1, 0.8};
        Arrays.setAll(product, t -> (10 + 2 * t) * factors[t % 4]);
        SmoothingModel factored =
                ExponentialSmoothing.holtWinters(Season.MULTIPLICATIVE, 4).fit(product);
        assertThat(factored.forecast(6).mean(6)).isCloseTo((10 + 2 * 45) * factors[45 % 4], within(1e-3));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void simple_smoothing_of_a_walk_follows_it(long seed) {
        double[] walk = Series.walk(400, seed);
        SmoothingModel model = ExponentialSmoothing.simple().fit(walk);
        assertThat(model.alpha()).isGreaterThan(0.85);
        assertThat(model.level()).isCloseTo(walk[399], within(0.5));
        Forecast forecast = model.forecast(4); // sigma sqrt(1 + (h - 1) alpha^2)
        double sigma = forecast.deviation(1);
        assertThat(forecast.deviation(4))
                .isCloseTo(sigma * Math.sqrt(1 + 3 * model.alpha() * model.alpha()), within(1e-10));
        assertThat(model.aic()).isCloseTo(400 * Math.log(model.squares() / 400) + 4, within(1e-9));
        assertThat(model.residuals()).hasSize(400);
    }

    @Test
    void weights_stay_in_their_region() {
        SmoothingModel model = new ExponentialSmoothing(Trend.DAMPED, Season.ADDITIVE, 12).fit(series("additive"));
        assertThat(model.alpha()).isBetween(0.0, 1.0);
        assertThat(model.beta()).isBetween(0.0, model.alpha());
        assertThat(model.gamma()).isBetween(0.0, 1 - model.alpha());
        assertThat(model.phi()).isBetween(0.8, 0.995);
        assertThat(Math.abs(model.slope())).isLessThan(2);
    }

    @Test
    void refuses_nonsense() {
        assertThatThrownBy(() -> ExponentialSmoothing.holtWinters(Season.ADDITIVE, 1))
                .hasMessageContaining("2 or more");
        assertThatThrownBy(() -> new ExponentialSmoothing(Trend.NONE, Season.NONE, 4))
                .hasMessageContaining("of 4 steps");
        assertThatThrownBy(() -> ExponentialSmoothing.holtWinters(Season.MULTIPLICATIVE, 4)
                        .fit(Series.noise(40, 1)))
                .hasMessageContaining("positive values");
        assertThatThrownBy(() ->
                        ExponentialSmoothing.holtWinters(Season.ADDITIVE, 12).fit(new double[23]))
                .hasMessageContaining("at least 24");
    }
}
