package org.industrialmind.foundations.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ARIMA against closed forms, a normal density written out, identities and statsmodels. */
class ArimaTest {
    private static final double[] NONE = {};
    private static final Golden GOLDEN = Golden.read("series");
    private static final double[] ARMA = GOLDEN.vector("arma");
    private static final double[] ADD = GOLDEN.vector("add");
    private static final ArimaOrder AIRLINE = ArimaOrder.of(0, 1, 1).seasonal(0, 1, 1, 12);

    static double[] holed() {
        double[] holed = ADD.clone();
        for (int t : new int[] {0, 7, 40, 41, 42, 100}) {
            holed[t] = Double.NaN;
        }
        return holed;
    }

    @Test
    void the_likelihood_of_an_autoregression_is_its_closed_form() {
        double[] y = Series.autoregression(40, 0.7, 1);
        double sum = y[0] * y[0] * (1 - 0.49);
        for (int t = 1; t < 40; t++) {
            sum += Math.pow(y[t] - 0.7 * y[t - 1], 2);
        }
        double expected = -20 * (Math.log(2 * Math.PI * sum / 40) + 1) + 0.5 * Math.log(1 - 0.49);
        ArimaModel model =
                new Arima(ArimaOrder.of(1, 0, 0), false).withCoefficients(y, new double[] {0.7}, NONE, NONE, NONE);
        assertThat(model.logLikelihood()).isCloseTo(expected, within(1e-10));
        assertThat(model.variance()).isCloseTo(sum / 40, within(1e-12));
        Forecast forecast = model.forecast(3);
        assertThat(forecast.mean(3)).isCloseTo(0.343 * y[39], within(1e-12));
        assertThat(forecast.deviation(3)).isCloseTo(Math.sqrt(sum / 40 * (1 + 0.49 + 0.2401)), within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_likelihood_is_that_of_the_normal_density_written_out(long seed) {
        double[] y = Series.noise(12, seed); // ARMA(1, 1): covariances in closed form
        double phi = 0.6;
        double theta = -0.3;
        double[] gamma = new double[12];
        gamma[0] = (1 + 2 * phi * theta + theta * theta) / (1 - phi * phi);
        gamma[1] = (1 + phi * theta) * (phi + theta) / (1 - phi * phi);
        for (int k = 2; k < 12; k++) {
            gamma[k] = phi * gamma[k - 1];
        }
        double[][] l = new double[12][12]; // Cholesky's factor of the covariance
        double[] z = new double[12];
        double logs = 0;
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = gamma[i - j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
            z[i] = y[i];
            for (int k = 0; k < i; k++) {
                z[i] -= l[i][k] * z[k];
            }
            z[i] /= l[i][i];
            logs += 2 * Math.log(l[i][i]);
        }
        double variance = Values.squares(z) / 12;
        double expected = -0.5 * (12 * (Math.log(2 * Math.PI * variance) + 1) + logs);
        ArimaModel model = new Arima(ArimaOrder.of(1, 0, 1), false)
                .withCoefficients(y, new double[] {phi}, new double[] {theta}, NONE, NONE);
        assertThat(model.logLikelihood()).isCloseTo(expected, within(1e-10));
    }

    @Test
    void likelihoods_at_given_coefficients_agree_with_statsmodels() {
        ArimaModel arma = new Arima(ArimaOrder.of(2, 0, 1), false)
                .withCoefficients(ARMA, new double[] {0.5, -0.2}, new double[] {0.3}, NONE, NONE);
        assertThat(arma.logLikelihood()).isCloseTo(GOLDEN.value("arma-given"), within(1e-8));
        ArimaModel airline =
                new Arima(AIRLINE, false).withCoefficients(ADD, NONE, new double[] {-0.4}, NONE, new double[] {-0.6});
        assertThat(airline.logLikelihood()).isCloseTo(GOLDEN.value("airline-given"), within(1e-8));
        Matrix expected = GOLDEN.matrix("airline-given-forecast");
        assertThat(airline.forecast(15).means()).containsExactly(expected.row(0), within(1e-6));
        assertThat(airline.forecast(15).deviations()).containsExactly(expected.row(1), within(1e-6));
    }

    @Test
    void optima_are_those_of_statsmodels_or_higher() {
        ArimaModel arma = new Arima(ArimaOrder.of(2, 0, 1), false).fit(ARMA);
        assertThat(arma.logLikelihood()).isCloseTo(GOLDEN.value("arma-best"), within(1e-6));
        assertThat(new double[] {arma.aic(), arma.aicc(), arma.bic()})
                .containsExactly(GOLDEN.vector("arma-aic"), within(1e-5));
        assertThat(arma.forecast(8).means())
                .containsExactly(GOLDEN.matrix("arma-forecast").row(0), within(1e-4));
        assertThat(arma.forecast(8).deviations())
                .containsExactly(GOLDEN.matrix("arma-forecast").row(1), within(1e-4));
        double[] lifted = Arrays.stream(ARMA).map(v -> v + 5).toArray();
        assertThat(Arima.of(ArimaOrder.of(1, 0, 1)).fit(lifted).logLikelihood())
                .isCloseTo(GOLDEN.value("arma-mean-best"), within(1e-6));
        assertThat(new Arima(AIRLINE, false).fit(ADD).logLikelihood())
                .isCloseTo(GOLDEN.value("airline-best"), within(1e-6));
        double[] changes = Values.differenced(ADD, 1);
        assertThat(new Arima(ArimaOrder.of(1, 0, 0).seasonal(1, 0, 1, 12), false)
                        .fit(changes)
                        .logLikelihood())
                .isGreaterThan(GOLDEN.value("sarma-best") - 1e-6);
        assertThat(new Arima(ArimaOrder.of(3, 0, 3), false).fit(ARMA).logLikelihood())
                .isGreaterThan(GOLDEN.value("arma-33-best") - 1e-6);
    }

    @Test
    void columns_that_explain_get_the_weights_of_statsmodels() {
        Matrix x = GOLDEN.matrix("x");
        double[] explained = ARMA.clone();
        for (int t = 0; t < explained.length; t++) {
            explained[t] += 2 * x.get(t, 0) - 1.5 * x.get(t, 1);
        }
        ArimaModel model = new Arima(ArimaOrder.of(1, 0, 1), false).fit(explained, x);
        assertThat(model.logLikelihood()).isCloseTo(GOLDEN.value("x-best"), within(1e-6));
        assertThat(model.weights()).containsExactly(GOLDEN.vector("x-weights"), within(1e-4));
        Matrix future = Matrix.ofRows(x.row(0), x.row(1), x.row(2), x.row(3), x.row(4));
        assertThat(model.forecast(future).means()).containsExactly(GOLDEN.vector("x-forecast"), within(1e-3));
        assertThat(model.continued(explained, x).forecast(future).means())
                .containsExactly(model.forecast(future).means(), within(1e-10));
        assertThatThrownBy(() -> model.forecast(3)).hasMessageContaining("2 columns");
        assertThatThrownBy(() -> model.continued(explained)).hasMessageContaining("2 columns");
        assertThatThrownBy(() -> model.forecast(Matrix.identity(3))).hasMessageContaining("3 columns");
        assertThatThrownBy(() -> new Arima(ArimaOrder.of(1, 0, 0), true).fit(explained, Matrix.identity(5)))
                .hasMessageContaining("5 rows");
    }

    @Test
    void an_unknown_start_gives_the_likelihood_of_the_differences() {
        double[] longer = new double[ADD.length + 1]; // a missing value at the end changes nothing but the way
        System.arraycopy(ADD, 0, longer, 0, ADD.length);
        longer[ADD.length] = Double.NaN;
        Arima settings = new Arima(ArimaOrder.of(0, 1, 1).seasonal(0, 0, 1, 12), true);
        double[] theta = {-0.4};
        double[] seasonal = {-0.6};
        ArimaModel differenced = settings.withCoefficients(ADD, NONE, theta, NONE, seasonal);
        ArimaModel levels = settings.withCoefficients(longer, NONE, theta, NONE, seasonal);
        assertThat(levels.logLikelihood()).isCloseTo(differenced.logLikelihood(), within(1e-7));
        assertThat(levels.constant()).isCloseTo(differenced.constant(), within(1e-8));
        assertThat(levels.forecast(3).mean(1)).isCloseTo(differenced.forecast(3).mean(2), within(1e-6));
        assertThat(levels.residuals()[50]).isCloseTo(differenced.residuals()[50], within(1e-7));
        assertThat(levels.residuals()[0]).isNaN();
    }

    @Test
    void missing_values_are_passed_over_as_statsmodels_does() {
        ArimaModel model = new Arima(ArimaOrder.of(1, 1, 1), false)
                .withCoefficients(holed(), new double[] {0.3}, new double[] {0.2}, NONE, NONE);
        Matrix expected = GOLDEN.matrix("holed-forecast");
        assertThat(model.forecast(4).means()).containsExactly(expected.row(0), within(1e-6));
        double[] deviations = Arrays.stream(expected.row(1))
                .map(d -> d * Math.sqrt(model.variance() / GOLDEN.value("holed-scale")))
                .toArray();
        assertThat(model.forecast(4).deviations()).containsExactly(deviations, within(1e-6));
        assertThat(new Arima(ArimaOrder.of(1, 1, 1), false).fit(holed()).logLikelihood())
                .isGreaterThan(model.logLikelihood());
    }

    @Test
    void a_drift_goes_on() {
        double[] line = Series.noise(120, 3);
        for (int t = 0; t < line.length; t++) {
            line[t] = 10 + 0.5 * t + 0.01 * line[t];
        }
        ArimaModel model = Arima.of(ArimaOrder.of(0, 1, 1)).fit(line);
        assertThat(model.constant()).isCloseTo(0.5, within(1e-3));
        assertThat(model.forecast(20).mean(20)).isCloseTo(10 + 0.5 * 139, within(0.05));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void coefficients_are_found_again_and_intervals_cover(long seed) {
        double[] y = Series.autoregression(800, 0.8, seed);
        ArimaModel model = new Arima(ArimaOrder.of(1, 0, 0), true).fit(Arrays.copyOf(y, 400));
        assertThat(model.ar()[0]).isCloseTo(0.8, within(0.12)); // four standard errors
        assertThat(model.variance()).isCloseTo(1, within(0.3));
        ForecastErrors errors = new RollingOrigin(400, 4, 4, Integer.MAX_VALUE, 1000)
                .evaluate(series -> new Arima(ArimaOrder.of(1, 0, 0), true).fit(series), y);
        assertThat(errors.coverage(0.9)).isBetween(0.83, 0.96);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void partials_and_coefficients_say_the_same(long seed) {
        double[] partials = Arrays.stream(Series.noise(5, seed)).map(Math::tanh).toArray();
        assertThat(ArmaTerms.partials(ArmaTerms.coefficients(partials))).containsExactly(partials, within(1e-9));
    }

    @Test
    void orders_say_what_they_are_and_refuse_nonsense() {
        assertThat(AIRLINE).hasToString("(0,1,1)(0,1,1)[12]");
        assertThat(ArimaOrder.of(1, 0, 2)).hasToString("(1,0,2)");
        assertThatThrownBy(() -> ArimaOrder.of(-1, 0, 0)).hasMessageContaining("no negative");
        assertThatThrownBy(() -> new ArimaOrder(0, 0, 0, 1, 0, 0, 1)).hasMessageContaining("period of 2");
        assertThatThrownBy(() -> ArimaOrder.of(0, 0, 0).seasonal(2, 0, 0, 365)).hasMessageContaining("730 numbers");
        assertThatThrownBy(() -> new Arima(ArimaOrder.of(0, 2, 0), true)).hasMessageContaining("parabola");
        Arima ar = new Arima(ArimaOrder.of(1, 0, 0), false);
        assertThatThrownBy(() -> ar.withCoefficients(ARMA, NONE, NONE, NONE, NONE))
                .hasMessageContaining("expected those");
        assertThatThrownBy(() -> ar.withCoefficients(ARMA, new double[] {1}, NONE, NONE, NONE))
                .hasMessageContaining("not stationary");
        double[] twice = new double[2 * ARMA.length];
        Arrays.setAll(twice, i -> i / 2 % 7);
        assertThatThrownBy(() -> ar.fit(ARMA, Matrix.of(ARMA.length, 2, twice))).hasMessageContaining("combination");
        ArimaModel model = new Arima(AIRLINE, false).fit(ADD);
        assertThatThrownBy(() -> model.continued(new double[5])).hasMessageContaining("too short");
        assertThat(model).hasToString("ARIMA(0,1,1)(0,1,1)[12]");
        assertThat(model.seasonalMa()).hasSize(1);
        assertThat(model.seasonalAr()).isEmpty();
    }
}
