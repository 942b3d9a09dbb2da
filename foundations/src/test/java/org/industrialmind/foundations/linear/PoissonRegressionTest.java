package org.industrialmind.foundations.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;

class PoissonRegressionTest {
    private static final Golden GOLDEN = Golden.read("linear_models");
    private static final TargetRows ROWS = TargetRows.of(GOLDEN.matrix("x"), GOLDEN.vector("counts"));

    @Test
    void two_groups_give_the_logarithm_of_their_rates() {
        TargetRows groups = TargetRows.of(Matrix.of(4, 1, new double[] {0, 0, 1, 1}), new double[] {2, 4, 7, 11});
        PoissonModel model = PoissonRegression.defaults().fit(groups, 0);
        assertThat(model.intercept()).isCloseTo(Math.log(3), within(1e-10));
        assertThat(model.coefficients()[0]).isCloseTo(Math.log(3), within(1e-10));
        assertThat(model.standardErrors()[1]).isCloseTo(Math.sqrt(1.0 / 6 + 1.0 / 18), within(1e-9));
        assertThat(model.predict(new double[] {1})).isCloseTo(9, within(1e-9));
    }

    @Test
    void agrees_with_other_programs() {
        PoissonModel model = PoissonRegression.defaults().fit(ROWS, 0);
        assertModel(model, "poisson", 1e-9);
        assertThat(model.standardErrors()).containsExactly(GOLDEN.vector("poisson_errors"), within(1e-9));
        assertThat(model.deviance()).isCloseTo(GOLDEN.vector("poisson_deviance")[0], within(1e-9));
        assertThat(model.nullDeviance()).isCloseTo(GOLDEN.vector("poisson_deviance")[1], within(1e-9));
        // theirs is on the mean loss: 80 rows times 0.1
        assertModel(PoissonRegression.defaults().withL2(8).fit(ROWS, 0), "poisson_ridge", 1e-6);
    }

    private static void assertModel(PoissonModel model, String block, double tolerance) {
        double[] expected = GOLDEN.vector(block);
        assertThat(model.intercept()).isCloseTo(expected[0], within(tolerance));
        assertThat(model.coefficients()).containsExactly(Arrays.copyOfRange(expected, 1, 5), within(tolerance));
    }

    @Test
    void counts_without_an_optimum_are_refused_unless_held() {
        TargetRows apart = TargetRows.of(Matrix.of(4, 1, new double[] {0, 0, 1, 1}), new double[] {0, 0, 7, 11});
        assertThatThrownBy(() -> PoissonRegression.defaults().fit(apart, 0)).hasMessageContaining("count 0 apart");
        assertThat(PoissonRegression.defaults().withL2(1).fit(apart, 0).predict(new double[] {1}))
                .isBetween(5.0, 9.0);
        assertThatThrownBy(() ->
                        PoissonRegression.defaults().fit(TargetRows.of(Matrix.identity(2), new double[] {1, -2}), 0))
                .hasMessageContaining("row 1 is -2");
        assertThatThrownBy(() -> PoissonRegression.defaults().withL2(-1)).hasMessageContaining("l2 -1.0");
    }

    @Test
    void nothing_but_zeros_predicts_zero() {
        PoissonModel model = PoissonRegression.defaults().fit(TargetRows.of(Matrix.identity(3), new double[3]), 0);
        assertThat(model.predict(new double[] {1, 2, 3})).isZero();
        assertThat(model.columns()).isEqualTo(3);
    }
}
