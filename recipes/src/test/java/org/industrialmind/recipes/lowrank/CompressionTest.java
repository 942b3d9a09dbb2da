package org.industrialmind.recipes.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.recipes.recipe.ResultTable;
import org.junit.jupiter.api.Test;

class CompressionTest {
    /** Eight rows of ten: three singular values on the diagonal, the others are 0. */
    private final Matrix table = Matrix.of(8, 10, diagonal(0.9, 0.5, 0.25));

    private final Compression compression = new Compression(table, UnaryOperator.identity(), 1, 2, 3, 9);

    @Test
    void what_is_lost_are_the_singular_values_left_out() {
        double lost = (0.5 * 0.5 + 0.25 * 0.25) / 80;
        assertThat(compression.psnr(compression.exactly(1))).isEqualTo(-10 * Math.log10(lost), within(1e-9));
        assertThat(compression.psnr(compression.exactly(3))).isGreaterThan(200);
    }

    @Test
    void a_constant_error_has_the_ratio_of_its_size() {
        Matrix zeros = Matrix.of(8, 10, new double[80]);
        Matrix grey = Matrix.of(8, 10, filled(0.1));
        assertThat(new Compression(zeros, UnaryOperator.identity(), 1).psnr(grey))
                .isEqualTo(20, within(1e-9));
        assertThat(new Compression(grey, UnaryOperator.identity(), 1).psnr(Matrix.of(8, 10, filled(-5))))
                .isEqualTo(20, within(1e-9)); // darker than black is shown as black
    }

    @Test
    void ranks_above_the_table_are_left_out_and_bytes_are_those_of_both_factors() {
        ResultTable judged = compression.judged("diagonal", 1);
        assertThat(judged.rows())
                .extracting(ResultTable.Row::name)
                .containsExactly("a byte a pixel", "PNG, nothing lost", "one grey", "rank 1", "rank 2", "rank 3");
        assertThat(judged.rows().get(4).cells().getFirst().text()).isEqualTo("144"); // 4 bytes of 2 x (8 + 10)
    }

    private static double[] diagonal(double... values) {
        double[] table = new double[80];
        for (int i = 0; i < values.length; i++) {
            table[i * 10 + i] = values[i];
        }
        return table;
    }

    private static double[] filled(double value) {
        double[] table = new double[80];
        Arrays.fill(table, value);
        return table;
    }
}
