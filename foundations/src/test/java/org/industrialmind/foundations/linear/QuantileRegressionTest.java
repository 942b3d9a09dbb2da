package org.industrialmind.foundations.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

class QuantileRegressionTest extends RegressorContract {
    private static final Golden GOLDEN = Golden.read("linear_models");

    @Override
    protected RegressorTrainer trainer() {
        return QuantileRegression.defaults();
    }

    private static double loss(double quantile, TargetRows rows, double intercept, double[] b) {
        double loss = 0;
        for (int r = 0; r < rows.size(); r++) {
            double error =
                    rows.target(r) - intercept - RowShape.dot(b, rows.rows().row(r));
            loss += rows.weight(r) * error * (error > 0 ? quantile : quantile - 1);
        }
        return loss;
    }

    @Test
    void is_no_worse_than_another_program_and_the_same_point() {
        TargetRows rows = TargetRows.of(GOLDEN.matrix("x"), GOLDEN.vector("y_wild"));
        for (int percent : new int[] {10, 50, 80}) {
            double[] expected = GOLDEN.vector("quantile_" + percent);
            double[] b = Arrays.copyOfRange(expected, 1, 5);
            double quantile = percent / 100.0;
            LinearModel model = new QuantileRegression(quantile).fit(rows, 0);
            assertThat(loss(quantile, rows, model.intercept(), model.coefficients()))
                    .isLessThanOrEqualTo(loss(quantile, rows, expected[0], b) + 1e-8);
            assertThat(model.coefficients()).containsExactly(b, within(1e-4)); // theirs stops there
        }
    }

    @Test
    void a_constant_column_alone_gives_the_quantile_of_the_targets() {
        double[] targets = {9, 1, 4, 2, 7};
        LinearModel model = new QuantileRegression(0.5).fit(TargetRows.of(Matrix.of(5, 1, new double[5]), targets), 0);
        assertThat(model.predict(new double[] {0})).isCloseTo(4, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void passes_through_as_many_rows_as_terms_and_leaves_its_share_below(long seed) {
        TargetRows rows = SyntheticRows.plane(300, 3, 1, seed);
        double[] fitted = new QuantileRegression(0.3).fit(rows, 0).predict(rows.rows());
        long on = 0;
        long below = 0;
        for (int r = 0; r < 300; r++) {
            double error = rows.target(r) - fitted[r];
            on += Math.abs(error) < 1e-7 ? 1 : 0;
            below += error < -1e-7 ? 1 : 0;
        }
        assertThat(on).isEqualTo(4);
        assertThat(below).isBetween(86L, 90L);
    }

    @Test
    void a_row_of_weight_two_is_two_rows() {
        TargetRows rows = SyntheticRows.plane(31, 2, 1, 4);
        double[] weights = new double[31];
        Arrays.setAll(weights, r -> r % 2 + 1);
        int[] repeated = IntStream.range(0, 62)
                .filter(i -> i % 2 == 0 || (i / 2) % 2 == 1)
                .map(i -> i / 2)
                .toArray();
        assertThat(new QuantileRegression(0.37)
                        .fit(TargetRows.weighted(rows.rows(), rows.targets(), weights), 0)
                        .coefficients())
                .containsExactly(
                        new QuantileRegression(0.37)
                                .fit(rows.select(repeated), 0)
                                .coefficients(),
                        within(1e-6));
        assertThatThrownBy(() -> new QuantileRegression(1)).hasMessageContaining("quantile 1.0");
    }
}
