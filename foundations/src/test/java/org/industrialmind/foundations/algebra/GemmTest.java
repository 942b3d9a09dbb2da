package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.Test;

class GemmTest {
    private final double[] a = {1, 2, 3, 4, 5, 6}; // [2, 3]
    private final double[] b = {1, 0, 2, -1, 0, 3}; // [3, 2]

    @Test
    void adds_a_product_worked_by_hand() {
        double[] c = {10, 20, 30, 40};
        Gemm.add(2, 2, 3, a, b, c);
        assertThat(c).containsExactly(15, 27, 44, 53);
    }

    @Test
    void reads_a_transposed_factor_where_it_lies() {
        double[] aTurned = {1, 4, 2, 5, 3, 6};
        double[] bTurned = {1, 2, 0, 0, -1, 3};
        double[] left = new double[4];
        double[] right = new double[4];
        Gemm.addTransposedLeft(2, 2, 3, aTurned, b, left);
        Gemm.addTransposedRight(2, 2, 3, a, bTurned, right);
        assertThat(left).containsExactly(5, 7, 14, 13);
        assertThat(right).containsExactly(5, 7, 14, 13);
    }

    @Test
    void does_the_same_in_single_precision() {
        float[] left = new float[4];
        float[] right = new float[4];
        float[] both = new float[4];
        Gemm.addTransposedLeft(2, 2, 3, new float[] {1, 4, 2, 5, 3, 6}, new float[] {1, 0, 2, -1, 0, 3}, left);
        Gemm.addTransposedRight(2, 2, 3, new float[] {1, 2, 3, 4, 5, 6}, new float[] {1, 2, 0, 0, -1, 3}, right);
        Gemm.add(2, 2, 3, new float[] {1, 2, 3, 4, 5, 6}, new float[] {1, 0, 2, -1, 0, 3}, both);
        assertThat(left).containsExactly(5, 7, 14, 13);
        assertThat(right).containsExactly(5, 7, 14, 13);
        assertThat(both).containsExactly(5, 7, 14, 13);
    }

    @Test
    void multiplies_a_vector_from_either_side() {
        double[] rows = {1, 1};
        double[] columns = new double[3];
        Gemm.addTimesVector(2, 3, 2, a, 0, 3, new double[] {1, 0, -1}, 0, rows, 0);
        Gemm.addTransposedTimesVector(2, 3, 2, a, 0, 3, new double[] {1, -1}, 0, columns, 0);
        assertThat(rows).containsExactly(-3, -3);
        assertThat(columns).containsExactly(-6, -6, -6);
    }

    @Test
    void does_not_depend_on_the_number_of_threads() throws Exception {
        Matrix left = random(300, 290, 1);
        Matrix right = random(290, 310, 2);
        Matrix many = left.times(right); // large enough for the common pool
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            Matrix single =
                    one.submit(ForkJoinTask.adapt(() -> left.times(right))).get();
            assertThat(single).isEqualTo(many);
        }
    }

    @Test
    void refuses_a_matrix_that_leaves_its_array_and_names_it() {
        assertThatThrownBy(() -> Gemm.add(2, 2, 3, a, new double[5], new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("matrix b of 3 x 2 from 0 with steps 2 and 1 ends at 5, its array at 4: expected the array"
                        + " to hold it");
        assertThatThrownBy(() -> Gemm.add(1, 1, 1, 1, a, -1, 1, 1, b, 0, 1, 1, new double[1], 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("matrix a is 1 x 1 from -1");
        assertThatThrownBy(() -> Gemm.add(2, 2, 3, new float[6], new float[6], new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("matrix c");
    }

    @Test
    void carries_what_is_not_a_number_into_its_row_and_column_only() {
        double[] holed = a.clone();
        holed[1] = Double.NaN;
        double[] c = new double[4];
        Gemm.add(2, 2, 3, holed, b, c);
        assertThat(c).containsExactly(Double.NaN, Double.NaN, 14, 13);
    }

    private static Matrix random(int rows, int columns, long seed) {
        return Matrix.of(
                rows,
                columns,
                new Random(seed).doubles((long) rows * columns, -1, 1).toArray());
    }
}
