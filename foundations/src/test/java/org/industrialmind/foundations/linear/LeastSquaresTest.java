package org.industrialmind.foundations.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeastSquaresTest extends RegressorContract {
    private static final Golden GOLDEN = Golden.read("linear_models");

    @Override
    protected RegressorTrainer trainer() {
        return LeastSquares.defaults();
    }

    private static TargetRows golden() {
        return TargetRows.of(GOLDEN.matrix("x"), GOLDEN.vector("y"));
    }

    @Test
    void three_points_by_hand() {
        // y = 1, 2, 4 at 0, 1, 2: slope 3/2, intercept 5/6, residuals 1/6, -1/3, 1/6
        LeastSquaresModel model = new LeastSquares()
                .fit(TargetRows.of(Matrix.of(3, 1, new double[] {0, 1, 2}), new double[] {1, 2, 4}), 0);
        assertThat(model.coefficients()[0]).isCloseTo(1.5, within(1e-14));
        assertThat(model.intercept()).isCloseTo(5.0 / 6, within(1e-14));
        assertThat(model.residuals()).containsExactly(new double[] {1.0 / 6, -1.0 / 3, 1.0 / 6}, within(1e-14));
        assertThat(model.variance()).isCloseTo(1.0 / 6, within(1e-14));
        assertThat(model.leverages()).containsExactly(new double[] {5.0 / 6, 1.0 / 3, 5.0 / 6}, within(1e-14));
        assertThat(model.standardErrors()[1]).isCloseTo(Math.sqrt(1.0 / 12), within(1e-14));
    }

    @Test
    void agrees_with_another_program_on_all_of_its_summary() {
        LeastSquaresModel model = new LeastSquares().fit(golden(), 0);
        double[] expected = GOLDEN.vector("ols_coefficients");
        assertThat(model.intercept()).isCloseTo(expected[0], within(1e-11));
        assertThat(model.coefficients()).containsExactly(Arrays.copyOfRange(expected, 1, 5), within(1e-11));
        assertThat(model.standardErrors()).containsExactly(GOLDEN.vector("ols_errors"), within(1e-11));
        assertThat(model.tValues()).containsExactly(GOLDEN.vector("ols_t"), within(1e-9));
        assertThat(model.pValues()).containsExactly(GOLDEN.vector("ols_p"), within(1e-11));
        for (int j = 0; j < 5; j++) {
            assertThat(model.intervals(0.95)[j])
                    .containsExactly(GOLDEN.matrix("ols_interval").row(j), within(1e-8));
        }
        assertSummary(model, GOLDEN.vector("ols_summary"));
        assertThat(model.leverages()).containsExactly(GOLDEN.vector("ols_leverage"), within(1e-11));
        assertThat(model.cookDistances()).containsExactly(GOLDEN.vector("ols_cook"), within(1e-11));
        assertThat(model.studentizedResiduals()).containsExactly(GOLDEN.vector("ols_studentized"), within(1e-10));
        assertThat(model.varianceInflation()).containsExactly(GOLDEN.vector("ols_inflation"), within(1e-10));
    }

    private static void assertSummary(LeastSquaresModel model, double[] expected) {
        double[] summary = {
            model.rSquared(),
            model.adjustedRSquared(),
            model.fValue(),
            model.fProbability(),
            model.variance(),
            model.logLikelihood(),
            model.akaike(),
            model.schwarz()
        };
        assertThat(summary).containsExactly(expected, within(1e-8));
    }

    @Test
    void a_row_of_weight_two_is_two_rows() {
        LeastSquaresModel model = new LeastSquares()
                .fit(TargetRows.weighted(GOLDEN.matrix("x"), GOLDEN.vector("y"), GOLDEN.vector("weights")), 0);
        double[] expected = GOLDEN.vector("ols_weighted_coefficients");
        assertThat(model.coefficients()).containsExactly(Arrays.copyOfRange(expected, 1, 5), within(1e-11));
        assertThat(model.standardErrors()).containsExactly(GOLDEN.vector("ols_weighted_errors"), within(1e-11));
        assertSummary(model, GOLDEN.vector("ols_weighted_summary"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void residuals_are_at_right_angles_to_every_column(long seed) {
        TargetRows rows = SyntheticRows.plane(80, 6, 2, seed);
        double[] residuals = new LeastSquares().fit(rows, 0).residuals();
        assertThat(Arrays.stream(residuals).sum()).isCloseTo(0, within(1e-11));
        for (int c = 0; c < 6; c++) {
            assertThat(RowShape.dot(residuals, rows.rows().column(c))).isCloseTo(0, within(1e-11));
        }
    }

    @Test
    void dependent_and_constant_columns_are_named_and_get_nothing() {
        TargetRows plane = SyntheticRows.plane(50, 2, 1, 4);
        double[][] wide = new double[50][];
        for (int r = 0; r < 50; r++) {
            double[] row = plane.rows().row(r);
            wide[r] = new double[] {row[0], 7.1, row[1], row[0] - 2 * row[1] + 3};
        }
        LeastSquaresModel model = new LeastSquares().fit(TargetRows.of(Matrix.ofRows(wide), plane.targets()), 0);
        LeastSquaresModel narrow = new LeastSquares().fit(plane, 0);
        assertThat(model.dependent()).containsExactly(1, 3);
        assertThat(model.coefficients()[1]).isZero();
        assertThat(model.standardErrors()[2]).isNaN();
        assertThat(model.varianceInflation()[3]).isNaN();
        assertThat(model.degreesOfFreedom()).isEqualTo(47);
        assertThat(model.standardErrors()[1]).isCloseTo(narrow.standardErrors()[1], within(1e-12));
        assertThat(model.residuals()).containsExactly(narrow.residuals(), within(1e-11));
    }

    @Test
    void as_many_terms_as_rows_fit_exactly_and_infer_nothing() {
        LeastSquaresModel model = new LeastSquares().fit(SyntheticRows.plane(3, 2, 1, 5), 0);
        assertThat(model.residuals()).containsExactly(new double[3], within(1e-12));
        assertThat(model.variance()).isNaN();
        assertThat(model.pValues()).containsOnly(Double.NaN);
        assertThat(model.fProbability()).isNaN();
        LeastSquaresModel wide = new LeastSquares().fit(SyntheticRows.plane(3, 9, 1, 5), 0);
        assertThat(wide.dependent()).hasSize(7);
    }

    @Test
    void a_billion_above_zero_no_digit_of_the_slope_is_lost() {
        double[] x = {1e9, 1e9 + 1, 1e9 + 2, 1e9 + 3};
        LeastSquaresModel model =
                new LeastSquares().fit(TargetRows.of(Matrix.of(4, 1, x), new double[] {1, 3, 5, 7}), 0);
        assertThat(model.coefficients()[0]).isCloseTo(2, within(1e-12));
    }
}
