package org.industrialmind.foundations.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoxRegressionTest {
    private static final CoxRegression PLAIN = new CoxRegression(0);

    private static Matrix column(double... values) {
        return Matrix.of(values.length, 1, values);
    }

    @Test
    void finds_the_factor_that_three_units_ask_for() {
        // L = f / (2 f + 1) * 1 / (1 + f), greatest where 1 / (2 f + 1) = f / (1 + f): f = 1 / sqrt(2)
        CoxModel model = PLAIN.fit(column(1, 0, 1), new double[] {1, 2, 3}, new boolean[] {true, true, true});
        assertThat(Math.exp(model.coefficients()[0])).isCloseTo(Math.sqrt(0.5), within(1e-9));
    }

    @Test
    void failures_at_one_age_enter_by_the_mean_of_their_orders() {
        // L = f / ((f + 2) (f + 2 - (f + 1) / 2)), greatest at f = sqrt(6)
        CoxModel model = PLAIN.fit(column(1, 0, 0), new double[] {1, 1, 2}, new boolean[] {true, true, false});
        assertThat(Math.exp(model.coefficients()[0])).isCloseTo(Math.sqrt(6), within(1e-9));
    }

    @Test
    void units_that_still_run_count_among_those_at_risk() {
        double[] times = {1, 2, 3, 4};
        boolean[] failed = {true, false, true, false};
        CoxModel model =
                new CoxRegression(1e6).fit(column(0, 1, 0, 1), times, failed); // no column left: Nelson and Aalen
        assertThat(model.steps()).hasSize(2);
        assertThat(model.survival(new double[] {0}, 2)).isCloseTo(Math.exp(-1 / 4.0), within(1e-4));
        assertThat(model.survival(new double[] {1}, 9)).isCloseTo(Math.exp(-1 / 4.0 - 1 / 2.0), within(1e-4));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void recovers_the_coefficients_that_made_the_data(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2000;
        double[][] rows = new double[n][];
        double[] times = new double[n];
        boolean[] failed = new boolean[n];
        for (int i = 0; i < n; i++) {
            rows[i] = new double[] {random.nextGaussian(), 5 + random.nextGaussian()};
            double life = random.nextExponential() / Math.exp(0.8 * rows[i][0] - 0.5 * rows[i][1]);
            double leaves = 20 * random.nextDouble();
            times[i] = Math.min(life, leaves);
            failed[i] = life <= leaves;
        }
        double[] found = PLAIN.fit(Matrix.ofRows(rows), times, failed).coefficients();
        assertThat(found[0]).isCloseTo(0.8, within(0.15)); // three standard errors of some 700 failures: 0.12
        assertThat(found[1]).isCloseTo(-0.5, within(0.15));
    }

    @Test
    void a_model_taken_as_it_was_kept_is_the_model() {
        CoxModel model = PLAIN.fit(column(1, 0, 1), new double[] {1, 2, 3}, new boolean[] {true, true, true});
        CoxModel kept = CoxModel.of(model.coefficients(), model.centre(), model.steps());
        assertThat(kept.survival(new double[] {0.4}, 2.5)).isEqualTo(model.survival(new double[] {0.4}, 2.5));
        List<CoxModel.Step> backwards = model.steps().reversed();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoxModel.of(model.coefficients(), model.centre(), backwards))
                .withMessageContaining("expected times that rise");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoxModel.of(model.coefficients(), new double[2], model.steps()))
                .withMessageContaining("a centre of 2 columns");
    }

    @Test
    void refuses_a_fleet_without_failures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.fit(column(1, 2), new double[] {1, 2}, new boolean[2]))
                .withMessageContaining("none of 2 units failed");
    }
}
