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

class HuberRegressionTest extends RegressorContract {
    private static final Golden GOLDEN = Golden.read("linear_models");

    @Override
    protected RegressorTrainer trainer() {
        return HuberRegression.defaults();
    }

    @Test
    void agrees_with_another_program_on_wild_targets() {
        TargetRows rows = TargetRows.of(GOLDEN.matrix("x"), GOLDEN.vector("y_wild"));
        HuberModel model = HuberRegression.defaults().fit(rows, 0);
        double[] expected = GOLDEN.vector("huber");
        assertThat(model.intercept()).isCloseTo(expected[0], within(1e-6));
        assertThat(model.coefficients()).containsExactly(Arrays.copyOfRange(expected, 1, 5), within(1e-6));
        assertThat(model.scale()).isCloseTo(GOLDEN.value("huber_scale"), within(1e-6));
    }

    @Test
    void one_target_gone_wild_hardly_matters() {
        TargetRows plane = SyntheticRows.plane(200, 2, 0.1, 3);
        double[] wild = plane.targets();
        wild[0] = 1e6;
        double[] b = HuberRegression.defaults()
                .fit(TargetRows.of(plane.rows(), wild), 0)
                .coefficients();
        assertThat(b).containsExactly(new double[] {2, -1}, within(0.05));
    }

    @Test
    void a_row_of_weight_two_is_two_rows() {
        TargetRows rows = SyntheticRows.plane(41, 2, 1, 4);
        int[] twice = IntStream.range(0, 82).map(i -> i / 2).toArray();
        double[] twos = new double[41];
        Arrays.fill(twos, 2);
        assertThat(HuberRegression.defaults()
                        .fit(TargetRows.weighted(rows.rows(), rows.targets(), twos), 0)
                        .coefficients())
                .containsExactly(
                        HuberRegression.defaults().fit(rows.select(twice), 0).coefficients(), within(1e-8));
    }

    @Test
    void most_rows_on_a_line_are_that_line() {
        double[] x = {0, 1, 2, 3, 4, 5, 6};
        double[] y = {1, 3, 5, 7, 9, 11, 40};
        HuberModel model = HuberRegression.defaults().fit(TargetRows.of(Matrix.of(7, 1, x), y), 0);
        assertThat(model.coefficients()[0]).isCloseTo(2, within(1e-3));
        assertThatThrownBy(() -> new HuberRegression(0, 1, 1)).hasMessageContaining("threshold 0.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void without_reach_of_the_threshold_it_is_least_squares(long seed) {
        TargetRows rows = SyntheticRows.plane(50, 2, 1, seed);
        assertThat(new HuberRegression(1e6, 50, 1e-10).fit(rows, 0).coefficients())
                .containsExactly(new LeastSquares().fit(rows, 0).coefficients(), within(1e-10));
    }
}
