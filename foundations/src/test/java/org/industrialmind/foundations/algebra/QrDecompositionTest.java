package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrDecompositionTest {
    @ParameterizedTest(name = "{0} x {1}, seed {2}")
    @CsvSource({"1,1,1", "5,5,2", "9,4,3", "40,32,4", "70,33,5", "100,65,6", "33,33,7", "300,1,8"})
    void gives_the_matrix_back_from_orthonormal_columns(int m, int n, long seed) {
        Matrix a = random(m, n, seed);
        QrDecomposition found = QrDecomposition.of(a);
        Matrix q = found.q();
        assertThat(q.times(found.r()).minus(a).largest()).isLessThan(1e-13 * n + 1e-14);
        assertThat(q.transposedTimes(q).minus(Matrix.identity(n)).largest()).isLessThan(1e-13);
        double[] b = random(m, 1, seed + 1).toArray();
        assertThat(Arrays.copyOf(found.rotated(b), n)).containsExactly(q.transposedTimes(b), within(1e-13));
        for (int r = 1; r < n; r++) {
            assertThat(Arrays.copyOf(found.r().row(r), r)).containsOnly(0);
        }
        assertThat(TriangularFactor.of(a)).isEqualTo(found.r());
    }

    @Test
    void stays_orthonormal_where_columns_are_nearly_alike() {
        double tiny = 1e-9; // Läuchli's matrix, at which Gram and Schmidt fail
        Matrix a = Matrix.ofRows(
                new double[] {1, 1, 1}, new double[] {tiny, 0, 0}, new double[] {0, tiny, 0}, new double[] {0, 0, tiny
                });
        Matrix q = QrDecomposition.of(a).q();
        assertThat(q.transposedTimes(q).minus(Matrix.identity(3)).largest()).isLessThan(1e-15);
    }

    @Test
    void refuses_what_is_wider_than_tall() {
        assertThatThrownBy(() -> QrDecomposition.of(random(2, 3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Matrix[2 x 3] is wider than tall");
        assertThatThrownBy(() -> QrDecomposition.of(random(3, 2, 1)).rotated(new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 values: expected 3");
    }

    @ParameterizedTest(name = "rank {0}")
    @ValueSource(ints = {1, 2, 5, 9})
    void tells_the_rank_with_pivots(int rank) {
        Matrix deficient =
                random(20, rank, rank).times(random(rank, 10, rank + 1)).scaled(1e200);
        PivotedQr found = PivotedQr.of(deficient);
        assertThat(found.rank()).isEqualTo(rank);
        assertThat(found.permutation()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        for (int i = 1; i < rank; i++) {
            assertThat(Math.abs(found.r().get(i, i)))
                    .isLessThanOrEqualTo(Math.abs(found.r().get(i - 1, i - 1)));
        }
        assertThat(PivotedQr.of(Matrix.of(2, 3, new double[6])).rank()).isZero();
        assertThat(PivotedQr.of(random(3, 7, 1)).rank()).isEqualTo(3);
    }

    @Test
    void fits_a_line_through_points_worked_by_hand() {
        Matrix a = Matrix.ofRows(new double[] {1, 0}, new double[] {1, 1}, new double[] {1, 2});
        LeastSquares found = LeastSquares.solve(a, new double[] {6, 0, 0});
        assertThat(found.solution()).containsExactly(new double[] {5, -3}, within(1e-14));
        assertThat(found.residualSumOfSquares()).isCloseTo(6, within(1e-13));
    }

    @Test
    void names_the_column_that_depends_on_others() {
        Matrix a = Matrix.ofRows(
                new double[] {1, 1, 2}, new double[] {1, 2, 3}, new double[] {1, 3, 4}, new double[] {1, 4, 5});
        assertThatThrownBy(() -> LeastSquares.solve(a, new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column 2 of A depends on the columns before it");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_pseudo_inverse_meets_the_four_conditions_of_penrose(long seed) {
        Matrix a = random(9, 3, seed).times(random(3, 6, seed + 9));
        Matrix p = PseudoInverse.of(a);
        assertThat(a.times(p).times(a).minus(a).largest()).isLessThan(1e-13);
        assertThat(p.times(a).times(p).minus(p).largest()).isLessThan(1e-12);
        assertThat(a.times(p).minus(a.times(p).transposed()).largest()).isLessThan(1e-13);
        assertThat(p.times(a).minus(p.times(a).transposed()).largest()).isLessThan(1e-13);
    }

    static Matrix random(int rows, int columns, long seed) {
        return Matrix.of(
                rows,
                columns,
                new Random(seed).doubles((long) rows * columns, -1, 1).toArray());
    }
}
