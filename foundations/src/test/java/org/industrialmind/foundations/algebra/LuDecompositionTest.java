package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuDecompositionTest {
    @Test
    void exchanges_rows_where_the_first_pivot_is_zero() {
        LuDecomposition found = LuDecomposition.of(Matrix.ofRows(new double[] {0, 2}, new double[] {3, 4}));
        assertThat(found.permutation()).containsExactly(1, 0);
        assertThat(found.determinant()).isEqualTo(-6);
        assertThat(found.logDeterminant()).isCloseTo(Math.log(6), within(1e-15));
        assertThat(found.solve(new double[] {2, 7})).containsExactly(1, 1);
    }

    @ParameterizedTest(name = "{0} x {0}, seed {1}")
    @CsvSource({"1,1", "2,2", "5,3", "48,4", "49,5", "97,6", "130,7"})
    void gives_the_matrix_back_and_solves(int n, long seed) {
        Random random = new Random(seed);
        Matrix a = Matrix.of(n, n, random.doubles((long) n * n, -1, 1).toArray());
        LuDecomposition found = LuDecomposition.of(a);
        Matrix product = found.l().times(found.u());
        int[] order = found.permutation();
        for (int i = 0; i < n; i++) {
            assertThat(product.row(i)).containsExactly(a.row(order[i]), within(1e-13 * n));
        }
        assertThat(found.l().largest()).isEqualTo(1); // what pivoting is for
        Matrix b = Matrix.of(n, 3, random.doubles(3L * n, -1, 1).toArray());
        assertThat(a.times(found.solve(b)).minus(b).largest()).isLessThan(1e-10);
        assertThat(a.times(found.inverse()).minus(Matrix.identity(n)).largest()).isLessThan(1e-9);
    }

    @Test
    void tells_a_singular_matrix_and_refuses_to_solve_with_it() {
        LuDecomposition found = LuDecomposition.of(Matrix.ofRows(new double[] {1, 2}, new double[] {2, 4}));
        assertThat(found.isSingular()).isTrue();
        assertThat(found.determinant()).isZero();
        assertThat(found.logDeterminant()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatThrownBy(found::inverse)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("singular, pivot 1 is 0");
        assertThat(LuDecomposition.of(Matrix.identity(2)).isSingular()).isFalse();
    }

    @Test
    void refuses_other_shapes() {
        assertThatThrownBy(() -> LuDecomposition.of(Matrix.of(1, 2, new double[2])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not square");
        assertThatThrownBy(() -> LuDecomposition.of(Matrix.identity(2)).solve(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 rows: expected 2");
    }
}
