package org.industrialmind.foundations.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Correlograms, autoregressions and the tests of stationarity and whiteness, against closed forms and statsmodels. */
class CorrelationTestsTest {
    private static final Golden GOLDEN = Golden.read("series");
    private static final double[] ARMA = GOLDEN.vector("arma");

    @Test
    void correlations_agree_with_statsmodels() {
        Correlogram ours = Correlogram.of(ARMA, 10);
        assertThat(ours.correlations()).containsExactly(GOLDEN.vector("acf"), within(1e-12));
        assertThat(ours.partials()).containsExactly(GOLDEN.vector("pacf"), within(1e-12));
        assertThat(ours.bound(0.95)).isCloseTo(1.959963984540054 / Math.sqrt(ARMA.length), within(1e-12));
    }

    @Test
    void autoregressions_agree_with_statsmodels() {
        AutoRegression walker = AutoRegression.yuleWalker(ARMA, 4);
        double[] expected = GOLDEN.vector("yule-walker");
        assertThat(walker.coefficients()).containsExactly(Arrays.copyOf(expected, 4), within(1e-10));
        assertThat(walker.variance()).isCloseTo(expected[4], within(1e-10));
        AutoRegression burg = AutoRegression.burg(ARMA, 4);
        expected = GOLDEN.vector("burg");
        assertThat(burg.coefficients()).containsExactly(Arrays.copyOf(expected, 4), within(1e-10));
        assertThat(burg.variance()).isCloseTo(expected[4], within(0.01)); // there the mean square of the last errors
    }

    @Test
    void burg_sees_a_line_in_a_short_series() {
        double[] sine = new double[40];
        double[] noise = Series.noise(40, 2);
        Arrays.setAll(sine, t -> Math.sin(2 * Math.PI * 0.17 * t) + 0.05 * noise[t]);
        AutoRegression burg = AutoRegression.burg(sine, 4);
        double best = 0;
        for (double f = 0; f <= 0.5; f += 0.001) {
            best = burg.density(f) > burg.density(best) ? f : best;
        }
        assertThat(best).isCloseTo(0.17, within(0.005));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_density_of_an_autoregression_adds_up_to_its_variance(long seed) {
        AutoRegression model = AutoRegression.yuleWalker(Series.autoregression(500, 0.5, seed), 2);
        double sum = 0;
        for (int k = 0; k < 2000; k++) {
            sum += model.density((k + 0.5) / 4000) / 4000;
        }
        double far = model.forecast(200).deviation(200);
        assertThat(sum).isCloseTo(far * far, within(1e-6));
        assertThat(model.forecast(200).mean(200)).isCloseTo(model.mean(), within(1e-6));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"arma", "walk"})
    void tests_of_stationarity_agree_with_statsmodels(String name) {
        double[] series = GOLDEN.vector(name);
        String[] kinds = {"n", "c", "ct"};
        for (int i = 0; i < 3; i++) {
            DickeyFuller ours = DickeyFuller.of(series, DickeyFuller.Around.values()[i]);
            double[] theirs = GOLDEN.vector("adf-" + name + "-" + kinds[i]);
            assertThat(ours.lags()).isEqualTo((int) theirs[2]);
            assertThat(ours.statistic()).isCloseTo(theirs[0], within(1e-8));
            assertThat(ours.pValue()).isCloseTo(theirs[1], within(1e-8));
        }
        for (int i = 0; i < 2; i++) {
            Kpss ours = Kpss.of(series, Kpss.Around.values()[i], 4);
            double[] theirs = GOLDEN.vector("kpss-" + name + "-" + kinds[i + 1]);
            assertThat(ours.statistic()).isCloseTo(theirs[0], within(1e-10));
            assertThat(ours.pValue()).isCloseTo(theirs[1], within(1e-10));
        }
    }

    @Test
    void whiteness_agrees_with_statsmodels() {
        LjungBox ours = LjungBox.of(ARMA, 8, 2);
        assertThat(ours.statistic()).isCloseTo(GOLDEN.vector("ljung-box")[0], within(1e-9));
        assertThat(ours.pValue()).isCloseTo(GOLDEN.vector("ljung-box")[1], within(1e-9));
        assertThat(ours.degrees()).isEqualTo(6);
    }

    @Test
    void p_values_end_where_the_tables_end() {
        double[] line = new double[50];
        Arrays.setAll(line, t -> 3 + 2 * t);
        assertThat(Kpss.of(line, Kpss.Around.TREND).statistic()).isZero();
        assertThat(Kpss.of(line, Kpss.Around.TREND).pValue()).isEqualTo(0.10);
        assertThat(Kpss.of(line, Kpss.Around.MEAN).pValue()).isEqualTo(0.01);
        double[] alternating = new double[50];
        double[] noise = Series.noise(50, 1);
        Arrays.setAll(alternating, t -> (t % 2 == 0 ? 1 : -1) + 1e-3 * noise[t]);
        assertThat(DickeyFuller.of(alternating, DickeyFuller.Around.MEAN, 0).pValue())
                .isZero();
        double[] exploding = new double[60];
        Arrays.setAll(exploding, t -> Math.pow(1.2, t) + noise[t % 50]);
        assertThat(DickeyFuller.of(exploding, DickeyFuller.Around.MEAN, 0).pValue())
                .isEqualTo(1);
    }

    @Test
    void refuse_nonsense() {
        double[] fives = new double[20];
        Arrays.fill(fives, 5);
        assertThatThrownBy(() -> Correlogram.of(fives, 3)).hasMessageContaining("all 20 values are 5.0");
        assertThatThrownBy(() -> Correlogram.of(ARMA, 500)).hasMessageContaining("at least 501");
        assertThatThrownBy(() -> AutoRegression.burg(fives, 2)).hasMessageContaining("all 20 values");
        assertThatThrownBy(() -> AutoRegression.yuleWalker(ARMA, 0)).hasMessageContaining("order 0");
        assertThatThrownBy(() -> LjungBox.of(ARMA, 2, 2)).hasMessageContaining("more lags");
        assertThatThrownBy(() -> DickeyFuller.of(fives, DickeyFuller.Around.MEAN))
                .hasMessageContaining("column");
        assertThatThrownBy(() -> DickeyFuller.of(ARMA, DickeyFuller.Around.MEAN, -1))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> Kpss.of(ARMA, Kpss.Around.MEAN, -1)).hasMessageContaining("-1 lags");
        assertThatThrownBy(() -> Kpss.of(new double[3], Kpss.Around.MEAN)).hasMessageContaining("at least 4");
    }
}
