package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {
    private final Matrix a = Matrix.ofRows(new double[] {1, 2, 3}, new double[] {4, 5, 6});

    @Test
    void reads_by_row_and_column() {
        assertThat(a.get(1, 2)).isEqualTo(6);
        assertThat(a.row(1)).containsExactly(4, 5, 6);
        assertThat(a.column(1)).containsExactly(2, 5);
        assertThat(a.transposed()).isEqualTo(Matrix.of(3, 2, new double[] {1, 4, 2, 5, 3, 6}));
        assertThat(a).hasToString("Matrix[2 x 3]").hasSameHashCodeAs(Matrix.of(2, 3, a.toArray()));
    }

    @Test
    void multiplies_as_by_hand() {
        assertThat(a.times(a.transposed())).isEqualTo(Matrix.of(2, 2, new double[] {14, 32, 32, 77}));
        assertThat(a.times(new double[] {1, 0, -1})).containsExactly(-2, -2);
        assertThat(a.times(Matrix.identity(3))).isEqualTo(a);
        assertThat(Matrix.diagonal(new double[] {2, 3}).times(a).row(1)).containsExactly(12, 15, 18);
        assertThat(a.minus(a).largest()).isZero();
    }

    @Test
    void measures_its_length_without_overflow() {
        assertThat(Matrix.of(1, 2, new double[] {3, 4}).norm()).isEqualTo(5);
        assertThat(Matrix.of(1, 2, new double[] {3e200, 4e200}).norm()).isCloseTo(5e200, within(1e186));
        assertThat(Matrix.of(1, 1, new double[1]).norm()).isZero();
    }

    @Test
    void keeps_its_values_from_its_givers() {
        double[] given = {1, 2};
        Matrix made = Matrix.of(1, 2, given);
        given[0] = 9;
        made.toArray()[1] = 9;
        made.row(0)[0] = 9;
        assertThat(made.row(0)).containsExactly(1, 2);
    }

    @Test
    void refuses_shapes_that_do_not_fit() {
        assertThatThrownBy(() -> Matrix.of(2, 2, new double[3]))
                .hasMessageContaining("2 x 2 matrix cannot be made of 3");
        assertThatThrownBy(() -> Matrix.of(0, 2, new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Matrix.ofRows()).hasMessageContaining("at least one row");
        assertThatThrownBy(() -> Matrix.ofRows(new double[2], new double[3])).hasMessageContaining("row 1 has 3");
        assertThatThrownBy(() -> a.times(a)).hasMessageContaining("2 x 3 by 2 x 3");
        assertThatThrownBy(() -> a.times(new double[2])).hasMessageContaining("vector of 2");
        assertThatThrownBy(() -> a.minus(a.transposed())).hasMessageContaining("same shape");
        assertThatThrownBy(() -> a.get(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest(name = "{0} x {1}, seed {2}")
    @CsvSource({"1,1,1", "5,5,2", "40,7,3", "9,1,4"})
    void has_a_triangular_factor_with_the_same_gram_matrix(int rows, int columns, long seed) {
        Matrix tall = Matrix.of(
                rows,
                columns,
                new Random(seed).doubles((long) rows * columns, -1, 1).toArray());
        Matrix r = TriangularFactor.of(tall);
        Matrix gram = tall.transposed().times(tall);
        assertThat(r.transposed().times(r).minus(gram).largest()).isLessThan(1e-12);
        for (int row = 1; row < columns; row++) {
            for (int column = 0; column < row; column++) {
                assertThat(r.get(row, column)).isZero();
            }
        }
        double[] expected = SingularValues.of(tall).s();
        assertThat(SingularValues.of(r).s()).containsExactly(expected, within(1e-12));
    }

    @Test
    void has_no_triangular_factor_if_it_is_wide() {
        assertThatThrownBy(() -> TriangularFactor.of(a)).hasMessageContaining("wider than tall");
    }

    @Test
    void multiplies_a_transpose_without_forming_it() {
        Matrix a = Matrix.ofRows(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        Matrix b = Matrix.ofRows(new double[] {1, 0, 2}, new double[] {-1, 0, 3});
        assertThat(a.timesTransposed(b)).isEqualTo(a.times(b.transposed()));
        assertThat(a.transposedTimes(b)).isEqualTo(a.transposed().times(b));
        assertThat(a.transposedTimes(new double[] {1, -1})).containsExactly(-3, -3, -3);
        assertThat(a.dot(1, new double[] {1, 1, 0})).isEqualTo(9);
    }

    @Test
    void adds_scales_and_averages() {
        Matrix a = Matrix.ofRows(new double[] {1, 2}, new double[] {3, 6});
        assertThat(a.plus(a)).isEqualTo(a.scaled(2));
        assertThat(a.columnMeans()).containsExactly(2, 4);
        double[] row = new double[3];
        a.copyRow(1, row);
        assertThat(row).containsExactly(3, 6, 0);
    }

    @Test
    void averages_a_million_tenths_without_losing_a_digit() {
        double[] tenths = new double[1_000_000];
        Arrays.fill(tenths, 0.1);
        assertThat(Matrix.of(1_000_000, 1, tenths).columnMeans()).containsExactly(0.1);
    }
}
