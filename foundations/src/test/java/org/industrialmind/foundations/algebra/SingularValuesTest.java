package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingularValuesTest {
    private static final Offset<Double> ROUNDING = within(1e-12); // some hundred operations at 2e-16 each

    @Test
    void of_one_number_are_its_size_and_its_sign() {
        SingularValues minusThree = SingularValues.of(Matrix.of(1, 1, new double[] {-3}));
        assertThat(minusThree.s()).containsExactly(3);
        assertThat(minusThree.u().get(0, 0) * minusThree.v().get(0, 0)).isEqualTo(-1);
    }

    @Test
    void of_a_diagonal_matrix_are_its_entries_in_descending_order() {
        SingularValues found = SingularValues.of(Matrix.diagonal(new double[] {2, -5, 0, 3}));
        assertThat(found.s()).containsExactly(new double[] {5, 3, 2, 0}, ROUNDING);
        assertThat(found.rank()).isEqualTo(3);
    }

    @Test
    void of_a_known_matrix_are_the_roots_of_its_characteristic_polynomial() {
        // [3 0; 4 5]: A'A has trace 50 and determinant 225, so its eigenvalues are 45 and 5
        SingularValues found = SingularValues.of(Matrix.ofRows(new double[] {3, 0}, new double[] {4, 5}));
        assertThat(found.s()).containsExactly(new double[] {Math.sqrt(45), Math.sqrt(5)}, ROUNDING);
    }

    @Test
    void of_an_orthogonal_matrix_are_all_one() {
        double c = Math.cos(0.3);
        double s = Math.sin(0.3);
        SingularValues found = SingularValues.of(Matrix.ofRows(new double[] {c, -s}, new double[] {s, c}));
        assertThat(found.s()).containsExactly(new double[] {1, 1}, ROUNDING);
    }

    @Test
    void of_a_zero_matrix_are_zero_with_orthonormal_vectors() {
        Matrix zero = Matrix.of(4, 3, new double[12]);
        SingularValues found = SingularValues.of(zero);
        assertThat(found.s()).containsOnly(0);
        assertThat(found.rank()).isZero();
        assertDecomposes(zero, found);
    }

    @Test
    void of_the_hilbert_matrix_show_its_ill_condition() {
        double[] values = new double[64];
        for (int i = 0; i < 64; i++) {
            values[i] = 1.0 / (i / 8 + i % 8 + 1);
        }
        double[] s = SingularValues.of(Matrix.of(8, 8, values)).s();
        assertThat(s[0] / s[7])
                .isCloseTo(1.5257575538072489e10, within(1e4)); // condition number as published for n = 8
    }

    @ParameterizedTest(name = "{0} x {1}, seed {2}")
    @CsvSource({
        "1,1,1",
        "1,7,2",
        "7,1,3",
        "2,2,4",
        "5,5,5",
        "9,4,6",
        "4,9,7",
        "30,30,8",
        "200,12,9",
        "12,200,10",
        "60,59,11",
        "3,2,12",
        "2,3,13",
        "40,1,14",
        "17,16,15",
        "80,40,16",
        "70,66,17"
    })
    void give_the_matrix_back(int rows, int columns, long seed) {
        Matrix random = random(rows, columns, new Random(seed));
        assertDecomposes(random, SingularValues.of(random));
    }

    @ParameterizedTest(name = "rank {0}")
    @ValueSource(ints = {1, 2, 5, 9})
    void count_the_rank_of_a_product_of_thin_matrices(int rank) {
        Random random = new Random(40 + rank);
        Matrix deficient = random(20, rank, random).times(random(rank, 10, random));
        SingularValues found = SingularValues.of(deficient);
        assertThat(found.rank()).isEqualTo(rank);
        assertDecomposes(deficient, found);
    }

    @ParameterizedTest(name = "scale {0}")
    @ValueSource(doubles = {1e-300, 1e-150, 1e150, 1e300})
    void neither_overflow_nor_vanish(double scale) {
        Matrix plain = random(6, 4, new Random(3));
        double[] scaled = plain.toArray();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= scale;
        }
        double[] expected = SingularValues.of(plain).s();
        double[] found = SingularValues.of(Matrix.of(6, 4, scaled)).s();
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i] / scale).isCloseTo(expected[i], within(1e-11));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void are_the_roots_of_the_eigenvalues_of_the_gram_matrix(long seed) {
        Matrix a = random(25, 8, new Random(seed));
        double[] eigen = SymmetricEigen.of(a.transposed().times(a)).values();
        double[] s = SingularValues.of(a).s();
        for (int i = 0; i < s.length; i++) {
            assertThat(s[i] * s[i]).isCloseTo(eigen[i], within(1e-9)); // the Gram matrix has lost half the digits
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void survive_zeros_on_the_diagonal_of_a_bidiagonal_matrix(long seed) {
        Random random = new Random(seed);
        double[] values = new double[64];
        for (int i = 0; i < 8; i++) {
            values[i * 8 + i] = random.nextInt(3) == 0 ? 0 : random.nextGaussian();
            if (i < 7) {
                values[i * 8 + i + 1] = random.nextGaussian();
            }
        }
        Matrix bidiagonal = Matrix.of(8, 8, values);
        assertDecomposes(bidiagonal, SingularValues.of(bidiagonal));
    }

    @Test
    void give_the_condition_number() {
        assertThat(SingularValues.of(Matrix.diagonal(new double[] {2, 8})).condition())
                .isEqualTo(4);
        assertThat(SingularValues.of(Matrix.of(2, 2, new double[4])).condition())
                .isInfinite();
    }

    @Test
    void refuse_a_missing_number_and_name_its_position() {
        Matrix holed = Matrix.ofRows(new double[] {1, 2, 3}, new double[] {4, Double.NaN, 6});
        assertThatThrownBy(() -> SingularValues.of(holed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1, column 1 is NaN");
    }

    private static void assertDecomposes(Matrix a, SingularValues found) {
        int k = Math.min(a.rows(), a.columns());
        double tolerance = 1e-13 * (a.rows() + a.columns()) * Math.max(1, a.largest());
        assertThat(found.u().rows()).isEqualTo(a.rows());
        assertThat(found.v().rows()).isEqualTo(a.columns());
        assertThat(found.s()).hasSize(k).isSortedAccordingTo((x, y) -> Double.compare(y, x));
        assertThat(found.s()[k - 1]).isNotNegative();
        Matrix again =
                found.u().times(Matrix.diagonal(found.s())).times(found.v().transposed());
        assertThat(again.minus(a).largest()).isLessThan(tolerance);
        Matrix one = Matrix.identity(k);
        assertThat(found.u().transposed().times(found.u()).minus(one).largest()).isLessThan(1e-12);
        assertThat(found.v().transposed().times(found.v()).minus(one).largest()).isLessThan(1e-12);
    }

    private static Matrix random(int rows, int columns, Random random) {
        return Matrix.of(
                rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
    }
}
