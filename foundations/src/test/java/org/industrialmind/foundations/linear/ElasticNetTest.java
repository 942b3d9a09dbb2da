package org.industrialmind.foundations.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticNetTest extends RegressorContract {
    private static final Golden GOLDEN = Golden.read("linear_models");

    @Override
    protected RegressorTrainer trainer() {
        return ElasticNet.lasso(0.01);
    }

    private static TargetRows golden() {
        return TargetRows.of(GOLDEN.matrix("x"), GOLDEN.vector("y"));
    }

    private static void assertModel(SparseModel model, String block) {
        double[] expected = GOLDEN.vector(block);
        assertThat(model.converged()).isTrue();
        assertThat(model.intercept()).isCloseTo(expected[0], within(1e-6));
        assertThat(model.coefficients()).containsExactly(Arrays.copyOfRange(expected, 1, 5), within(1e-6));
    }

    private static ElasticNet net(double penalty, double share) {
        return new ElasticNet(penalty, share, 100_000, 1e-14);
    }

    @Test
    void agrees_with_another_program() {
        assertModel(net(0.2, 1).fit(golden(), 0), "lasso");
        assertModel(net(0.2, 0.4).fit(golden(), 0), "elastic_net");
        assertModel(
                net(0.2, 1)
                        .fit(TargetRows.weighted(GOLDEN.matrix("x"), GOLDEN.vector("y"), GOLDEN.vector("weights")), 0),
                "lasso_weighted");
        List<SparseModel> path = net(0, 1).path(golden(), 8);
        for (int i = 0; i < 8; i++) {
            assertThat(path.get(i).penalty()).isCloseTo(GOLDEN.vector("path_penalties")[i], within(1e-10));
            assertThat(path.get(i).coefficients())
                    .containsExactly(GOLDEN.matrix("path_coefficients").row(i), within(1e-6));
        }
    }

    @Test
    void one_column_is_a_soft_threshold() {
        // x has variance 1 and covariance 2 with y, so the lasso takes 2 - penalty
        TargetRows rows = TargetRows.of(Matrix.of(2, 1, new double[] {-1, 1}), new double[] {3, 7});
        assertThat(ElasticNet.lasso(0.5).fit(rows, 0).coefficients()[0]).isCloseTo(1.5, within(1e-12));
        assertThat(ElasticNet.lasso(2).fit(rows, 0).coefficients()[0]).isZero();
        assertThat(net(1, 0.5).fit(rows, 0).coefficients()[0]).isCloseTo((2 - 0.5) / (1 + 0.5), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void slopes_satisfy_the_conditions_of_an_optimum(long seed) {
        TargetRows rows = SyntheticRows.plane(60, 90, 1, seed);
        double penalty = 0.15;
        double share = 0.7;
        SparseModel model = net(penalty, share).fit(rows, 0);
        double[] b = model.coefficients();
        double[] fitted = model.predict(rows.rows());
        assertThat(model.gap()).isLessThan(1e-12);
        assertThat(Arrays.stream(b).filter(v -> v == 0).count()).isGreaterThan(40);
        for (int c = 0; c < 90; c++) {
            double slope = -penalty * (1 - share) * b[c];
            for (int r = 0; r < 60; r++) {
                slope += (rows.target(r) - fitted[r]) * rows.rows().get(r, c) / 60;
            }
            if (b[c] == 0) {
                assertThat(Math.abs(slope)).isLessThanOrEqualTo(penalty * share + 1e-6);
            } else {
                assertThat(slope).isCloseTo(penalty * share * Math.signum(b[c]), within(1e-6));
            }
        }
    }

    @Test
    void without_absolute_values_it_is_a_ridge() {
        double[] ridge = new Ridge(80 * 0.3).fit(golden(), 0).coefficients();
        assertThat(net(0.3, 0).fit(golden(), 0).coefficients()).containsExactly(ridge, within(1e-6));
        assertThat(net(0, 1).fit(golden(), 0).coefficients())
                .containsExactly(new LeastSquares().fit(golden(), 0).coefficients(), within(1e-6));
    }

    @Test
    void the_squares_let_equal_columns_share() {
        TargetRows plane = SyntheticRows.plane(50, 2, 0.1, 5);
        double[][] twice = new double[50][];
        for (int r = 0; r < 50; r++) {
            double[] row = plane.rows().row(r);
            twice[r] = new double[] {row[0], row[1], row[0], 4};
        }
        double[] b = net(0.2, 0.5)
                .fit(TargetRows.of(Matrix.ofRows(twice), plane.targets()), 0)
                .coefficients();
        assertThat(b[0]).isCloseTo(b[2], within(1e-5)).isPositive();
        assertThat(b[3]).isZero();
    }

    @Test
    void says_when_the_rounds_did_not_suffice() {
        assertThat(new ElasticNet(1e-3, 1, 1, 1e-12)
                        .fit(SyntheticRows.plane(60, 90, 1, 7), 0)
                        .converged())
                .isFalse();
        assertThatThrownBy(() -> new ElasticNet(1, 2, 1, 1)).hasMessageContaining("share 2.0");
        assertThatThrownBy(() -> net(0, 0).path(golden(), 3)).hasMessageContaining("share 0.0");
    }
}
