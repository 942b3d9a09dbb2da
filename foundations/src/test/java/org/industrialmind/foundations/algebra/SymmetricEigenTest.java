package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymmetricEigenTest {
    @Test
    void of_the_second_difference_matrix_are_known_in_closed_form() {
        int n = 10;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            values[i * n + i] = 2;
            if (i > 0) {
                values[i * n + i - 1] = -1;
                values[(i - 1) * n + i] = -1;
            }
        }
        double[] found = SymmetricEigen.of(Matrix.of(n, n, values)).values();
        for (int k = 1; k <= n; k++) {
            double expected = 2 - 2 * Math.cos((n + 1 - k) * Math.PI / (n + 1));
            assertThat(found[k - 1]).isCloseTo(expected, within(1e-13));
        }
    }

    @Test
    void keep_a_diagonal_matrix_as_it_is_but_for_the_order() {
        SymmetricEigen found = SymmetricEigen.of(Matrix.diagonal(new double[] {-1, 4, 0}));
        assertThat(found.values()).containsExactly(4, 0, -1);
        assertThat(found.vectors().column(0)).containsExactly(0, 1, 0);
    }

    @ParameterizedTest(name = "{0} x {0}, seed {1}")
    @CsvSource({"1,1", "2,2", "3,3", "10,4", "40,5", "7,6", "25,7"})
    void give_the_matrix_back(int n, long seed) {
        Random random = new Random(seed);
        Matrix half = Matrix.of(n, n, random.doubles((long) n * n, -1, 1).toArray());
        Matrix symmetric = half.times(half.transposed());
        SymmetricEigen found = SymmetricEigen.of(symmetric);
        Matrix q = found.vectors();
        Matrix again = q.times(Matrix.diagonal(found.values())).times(q.transposed());
        assertThat(again.minus(symmetric).largest()).isLessThan(1e-12 * n);
        assertThat(q.transposed().times(q).minus(Matrix.identity(n)).largest()).isLessThan(1e-12);
    }

    @Test
    void refuse_a_matrix_that_is_not_symmetric() {
        assertThatThrownBy(() -> SymmetricEigen.of(Matrix.ofRows(new double[] {1, 2}, new double[] {3, 1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1, column 0 is 3.0, its mirror 2.0");
        assertThatThrownBy(() -> SymmetricEigen.of(Matrix.of(1, 2, new double[2])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not square");
    }
}
