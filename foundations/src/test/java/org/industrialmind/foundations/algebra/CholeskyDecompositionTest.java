package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CholeskyDecompositionTest {
    @Test
    void of_a_small_matrix_is_as_worked_by_hand() {
        CholeskyDecomposition found =
                CholeskyDecomposition.of(Matrix.ofRows(new double[] {4, 2}, new double[] {2, 10}));
        assertThat(found.l().toArray()).containsExactly(2, 0, 1, 3);
        assertThat(found.logDeterminant()).isCloseTo(Math.log(36), within(1e-15));
        assertThat(found.whitened(new double[] {2, 7})).containsExactly(1, 2);
    }

    @ParameterizedTest(name = "{0} x {0}, seed {1}")
    @CsvSource({"1,1", "3,2", "40,3", "90,4"})
    void gives_the_matrix_back_and_solves(int n, long seed) {
        Random random = new Random(seed);
        Matrix half = Matrix.of(n, n, random.doubles((long) n * n, -1, 1).toArray());
        Matrix a = half.timesTransposed(half).plus(Matrix.identity(n));
        CholeskyDecomposition found = CholeskyDecomposition.of(a);
        assertThat(found.l().timesTransposed(found.l()).minus(a).largest()).isLessThan(1e-13 * n);
        double[] b = random.doubles(n, -1, 1).toArray();
        assertThat(a.times(found.solve(b))).containsExactly(b, within(1e-11));
        assertThat(a.times(found.inverse()).minus(Matrix.identity(n)).largest()).isLessThan(1e-11);
        assertThat(found.logDeterminant()).isCloseTo(LuDecomposition.of(a).logDeterminant(), within(1e-10));
    }

    @Test
    void names_the_pivot_that_is_not_positive() {
        Matrix indefinite = Matrix.ofRows(new double[] {1, 2}, new double[] {2, 1});
        assertThatThrownBy(() -> CholeskyDecomposition.of(indefinite))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not positive definite: pivot 1 is -3.0");
        assertThatThrownBy(() -> CholeskyDecomposition.of(Matrix.of(2, 2, new double[4])))
                .hasMessageContaining("pivot 0 is 0.0");
    }

    @Test
    void refuses_a_right_hand_side_of_another_length() {
        assertThatThrownBy(() -> CholeskyDecomposition.of(Matrix.identity(2)).solve(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 rows: expected 2");
    }
}
