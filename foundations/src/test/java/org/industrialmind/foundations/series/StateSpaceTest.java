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

/** Filter and smoother against the joint normal distribution written out, and statsmodels. */
class StateSpaceTest {
    private static final Golden GOLDEN = Golden.read("series");

    private static StateSpace slope(double noise, double level, double slopes, Matrix initial, Matrix diffuse) {
        return StateSpace.of(
                new double[] {1, 0},
                Matrix.ofRows(new double[] {1, 1}, new double[] {0, 1}),
                Matrix.diagonal(new double[] {level, slopes}),
                noise,
                initial,
                diffuse);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void smoothed_states_are_conditional_means_of_the_joint_distribution(long seed) {
        int n = 8;
        double[] y = Series.walk(n, seed);
        y[3] = Double.NaN;
        Matrix initial = Matrix.ofRows(new double[] {2, 0.3}, new double[] {0.3, 1});
        StateSpace model = slope(0.5, 0.2, 0.1, initial, Matrix.of(2, 2, new double[4]));
        SmoothedStates smoothed = KalmanFilter.of(model, y).smooth();
        Twin twin = new Twin(model, initial, n);
        twin.condition(y);
        for (int t = 0; t < n; t++) {
            for (int i = 0; i < 2; i++) {
                assertThat(smoothed.mean(t, i)).isCloseTo(twin.mean[2 * t + i], within(1e-9));
                assertThat(smoothed.variance(t, i)).isCloseTo(twin.covariance[2 * t + i][2 * t + i], within(1e-9));
            }
            assertThat(smoothed.covariance(t).get(0, 1)).isCloseTo(twin.covariance[2 * t][2 * t + 1], within(1e-9));
        }
        assertThat(smoothed.signal()[3]).isEqualTo(smoothed.mean(3, 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void an_unknown_start_is_the_limit_of_a_vague_one(long seed) {
        int n = 9;
        double[] y = Series.walk(n, seed);
        y[0] = Double.NaN;
        y[4] = Double.NaN;
        Matrix vague = Matrix.diagonal(new double[] {1e7, 1e7});
        StateSpace unknown = slope(0.5, 0.2, 0.1, Matrix.of(2, 2, new double[4]), Matrix.identity(2));
        SmoothedStates exact = KalmanFilter.of(unknown, y).smooth();
        Twin twin = new Twin(unknown, vague, n);
        twin.condition(y);
        for (int t = 0; t < n; t++) {
            for (int i = 0; i < 2; i++) {
                assertThat(exact.mean(t, i)).isCloseTo(twin.mean[2 * t + i], within(1e-4));
                assertThat(exact.variance(t, i)).isCloseTo(twin.covariance[2 * t + i][2 * t + i], within(1e-4));
            }
            assertThat(exact.covariance(t).get(1, 0)).isCloseTo(twin.covariance[2 * t][2 * t + 1], within(1e-4));
        }
    }

    /** The readable twin: the joint covariance of all states, conditioned on one value after the other. */
    private static final class Twin {
        private final double[] mean;
        private final double[][] covariance;
        private final double noise;

        Twin(StateSpace model, Matrix initial, int n) {
            mean = new double[2 * n];
            covariance = new double[2 * n][2 * n];
            noise = model.noise;
            Matrix transition = Matrix.ofRows(new double[] {1, 1}, new double[] {0, 1});
            Matrix spread = initial;
            for (int t = 0; t < n; t++) {
                Matrix later = spread;
                for (int u = t; u < n; u++) {
                    for (int i = 0; i < 4; i++) {
                        covariance[2 * u + i / 2][2 * t + i % 2] = later.get(i / 2, i % 2);
                        covariance[2 * t + i % 2][2 * u + i / 2] = later.get(i / 2, i % 2);
                    }
                    later = transition.times(later);
                }
                double[] next =
                        transition.times(spread).times(transition.transposed()).toArray();
                for (int i = 0; i < 4; i++) {
                    next[i] += model.disturbance[i];
                }
                spread = Matrix.of(2, 2, next);
            }
        }

        void condition(double[] y) {
            for (int t = 0; t < y.length; t++) {
                if (!Double.isNaN(y[t])) {
                    double[] column = new double[mean.length];
                    for (int i = 0; i < column.length; i++) {
                        column[i] = covariance[i][2 * t];
                    }
                    double variance = column[2 * t] + noise;
                    double missed = y[t] - mean[2 * t];
                    for (int i = 0; i < column.length; i++) {
                        mean[i] += column[i] * missed / variance;
                        for (int j = 0; j < column.length; j++) {
                            covariance[i][j] -= column[i] * column[j] / variance;
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"level", "slope"})
    void states_and_forecasts_agree_with_statsmodels(String name) {
        double[] holed = Arrays.copyOf(ArimaTest.holed(), 60);
        boolean slope = name.equals("slope");
        LocalTrendModel model = new LocalTrend(slope).withVariances(holed, 0.5, 0.2, slope ? 0.05 : 0);
        Matrix smoothed = GOLDEN.matrix(name + "-smoothed");
        Matrix variances = GOLDEN.matrix(name + "-variances");
        SmoothedStates states = model.smooth();
        for (int i = 0; i < smoothed.rows(); i++) {
            for (int k = 0; k < smoothed.columns(); k++) {
                assertThat(states.mean(3 * k, i)).isCloseTo(smoothed.get(i, k), within(1e-8));
                assertThat(states.variance(3 * k, i)).isCloseTo(variances.get(i, k), within(1e-8));
            }
        }
        assertThat(model.forecast(4).means())
                .containsExactly(GOLDEN.matrix(name + "-forecast").row(0), within(1e-8));
        assertThat(model.forecast(4).deviations())
                .containsExactly(GOLDEN.matrix(name + "-forecast").row(1), within(1e-8));
        for (int t = 10; t < 20; t++) {
            assertThat(model.filter().innovation(t))
                    .isCloseTo(GOLDEN.vector(name + "-innovations")[t - 10], within(1e-8));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"level", "slope"})
    void optima_are_those_of_statsmodels_or_higher(String name) {
        boolean slope = name.equals("slope");
        double[] series = GOLDEN.vector("add");
        double[] theirs = GOLDEN.vector(name + "-best-params");
        LocalTrendModel best = new LocalTrend(slope).fit(series);
        LocalTrendModel given =
                new LocalTrend(slope).withVariances(series, theirs[0], theirs[1], slope ? theirs[2] : 0);
        assertThat(best.logLikelihood()).isGreaterThan(given.logLikelihood() - 1e-6);
        assertThat(given.logLikelihood())
                .isCloseTo(GOLDEN.value(name + "-best"), within(slope ? 2.0 : 1.0)); // constants
        assertThat(best.levelVariance()).isNotNegative();
    }

    @Test
    void a_level_without_noise_is_the_series_and_without_wandering_its_mean() {
        double[] y = Series.noise(30, 4);
        LocalTrendModel walk = LocalTrend.level().withVariances(y, 0, 1, 0);
        assertThat(walk.forecast(4).mean(4)).isCloseTo(y[29], within(1e-12));
        assertThat(walk.forecast(4).deviation(4)).isCloseTo(2, within(1e-12));
        LocalTrendModel still = LocalTrend.level().withVariances(y, 1, 0, 0);
        assertThat(still.forecast(1).mean(1)).isCloseTo(Values.mean(y), within(1e-12));
        assertThat(still.smooth().variance(3, 0)).isCloseTo(1 / 30.0, within(1e-12));
        assertThat(still.filter().innovation(0)).isNaN();
        assertThat(still.filter().innovationVariance(0)).isNaN();
        assertThat(still.filter().innovationVariance(1)).isCloseTo(2, within(1e-12));
        assertThat(still.filter().predicted(30)[0]).isCloseTo(Values.mean(y), within(1e-12));
        assertThat(still.filter().predictedCovariance(30).get(0, 0)).isCloseTo(1 / 30.0, within(1e-12));
        assertThat(still.noiseVariance() + still.slopeVariance()).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void variances_are_found_again(long seed) {
        double[] level = Series.walk(600, seed);
        double[] noise = Series.noise(600, seed + 50);
        Arrays.setAll(level, t -> level[t] + 2 * noise[t]);
        LocalTrendModel model = LocalTrend.level().fit(level);
        assertThat(model.levelVariance()).isCloseTo(1, within(0.6));
        assertThat(model.noiseVariance()).isCloseTo(4, within(1.2));
    }

    @Test
    void refuses_nonsense() {
        Matrix one = Matrix.identity(1);
        assertThatThrownBy(() -> StateSpace.of(new double[2], one, one, 1, one, one))
                .hasMessageContaining("1 x 1");
        assertThatThrownBy(() -> StateSpace.of(new double[1], one, one, -1, one, one))
                .hasMessageContaining("-1.0");
        double[] gaps = {Double.NaN, 1, Double.NaN};
        assertThatThrownBy(() -> LocalTrend.withSlope().withVariances(gaps, 1, 1, 1))
                .hasMessageContaining("undetermined");
        assertThatThrownBy(() -> LocalTrend.level().withVariances(gaps, 0, 0, 0))
                .hasMessageContaining("one positive");
        assertThatThrownBy(() -> LocalTrend.level().fit(gaps)).hasMessageContaining("at least 4");
    }
}
