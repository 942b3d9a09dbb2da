package org.industrialmind.foundations.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RidgeTest extends RegressorContract {
    private static final Golden GOLDEN = Golden.read("linear_models");

    @Override
    protected RegressorTrainer trainer() {
        return new Ridge(0.01);
    }

    private static void assertModel(LinearModel model, String block, double tolerance) {
        double[] expected = GOLDEN.vector(block);
        assertThat(model.intercept()).isCloseTo(expected[0], within(tolerance));
        assertThat(model.coefficients()).containsExactly(Arrays.copyOfRange(expected, 1, 5), within(tolerance));
    }

    @Test
    void agrees_with_another_program() {
        Matrix x = GOLDEN.matrix("x");
        double[] y = GOLDEN.vector("y");
        assertModel(new Ridge(3).fit(TargetRows.of(x, y), 0), "ridge", 1e-11);
        assertModel(new Ridge(3).fit(TargetRows.weighted(x, y, GOLDEN.vector("weights")), 0), "ridge_weighted", 1e-11);
        List<Double> penalties =
                Arrays.stream(GOLDEN.vector("ridge_penalties")).boxed().toList();
        assertThat(new RidgeSearch(penalties).leaveOneOut(TargetRows.of(x, y)))
                .containsExactly(GOLDEN.vector("ridge_loo"), within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void leaving_one_out_by_formula_is_leaving_one_out(long seed) {
        TargetRows plane = SyntheticRows.plane(12, 3, 1, seed);
        double[] weights = {1, 2, 1, 3, 1, 1, 0.5, 1, 2, 1, 1, 1};
        TargetRows rows = TargetRows.weighted(plane.rows(), plane.targets(), weights);
        double[] formula = new RidgeSpectrum(rows).leftOut(0.7);
        for (int r = 0; r < 12; r++) {
            int left = r;
            int[] others = IntStream.range(0, 12).filter(i -> i != left).toArray();
            double predicted = new Ridge(0.7)
                    .fit(rows.select(others), 0)
                    .predict(rows.rows().row(r));
            assertThat(formula[r]).isCloseTo(rows.target(r) - predicted, within(1e-11));
        }
    }

    @Test
    void the_search_takes_the_penalty_that_predicts_best() {
        TargetRows noisy = SyntheticRows.plane(25, 20, 1, 3);
        RidgeSearch search = RidgeSearch.defaults();
        double[] errors = search.leaveOneOut(noisy);
        int best = 0;
        for (int i = 0; i < errors.length; i++) {
            best = errors[i] < errors[best] ? i : best;
        }
        assertThat(best).isBetween(1, 5);
        assertThat(search.fit(noisy, 0).coefficients())
                .containsExactly(
                        new Ridge(search.penalties().get(best)).fit(noisy, 0).coefficients());
    }

    @Test
    void without_penalty_it_is_least_squares_and_the_shortest_where_columns_depend() {
        TargetRows plane = SyntheticRows.plane(40, 2, 1, 4);
        assertThat(new Ridge(0).fit(plane, 0).coefficients())
                .containsExactly(new LeastSquares().fit(plane, 0).coefficients(), within(1e-12));
        double[][] twice = new double[40][];
        for (int r = 0; r < 40; r++) {
            double[] row = plane.rows().row(r);
            twice[r] = new double[] {row[0], row[1], row[0]};
        }
        double[] shared = new Ridge(0)
                .fit(TargetRows.of(Matrix.ofRows(twice), plane.targets()), 0)
                .coefficients();
        assertThat(shared[0]).isCloseTo(shared[2], within(1e-12));
        assertThat(shared[0] + shared[2])
                .isCloseTo(new LeastSquares().fit(plane, 0).coefficients()[0], within(1e-12));
    }

    @Test
    void more_columns_than_rows_are_no_obstacle() {
        TargetRows wide = SyntheticRows.plane(10, 30, 0.1, 6);
        LinearModel model = new Ridge(1e-8).fit(wide, 0);
        assertThat(model.predict(wide.rows())).containsExactly(wide.targets(), within(1e-5));
    }

    @Test
    void a_model_taken_as_it_was_kept_is_the_model() {
        LinearModel kept = LinearModel.of(1, new double[] {2, -3});
        assertThat(kept.predict(new double[] {10, 1})).isEqualTo(18);
        assertThatThrownBy(() -> LinearModel.of(Double.NaN, new double[1])).hasMessageContaining("intercept of NaN");
        assertThatThrownBy(() -> LinearModel.of(0, new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessageContaining("column 1 is Infinity");
    }

    @Test
    void refuses_settings_without_meaning() {
        assertThatThrownBy(() -> new Ridge(-1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new RidgeSearch(List.of())).hasMessageContaining("[]");
        assertThatThrownBy(() -> new RidgeSearch(List.of(0.0))).hasMessageContaining("0.0");
    }
}
