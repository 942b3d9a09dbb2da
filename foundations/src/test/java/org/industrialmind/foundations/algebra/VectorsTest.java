package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VectorsTest {
    @Test
    void multiply_measure_and_add_stretches_of_arrays() {
        double[] x = {9, 1, 2, 3};
        double[] y = {4, 5, 6};
        assertThat(Vectors.dot(3, x, 1, y, 0)).isEqualTo(32);
        assertThat(Vectors.dot(y, y)).isEqualTo(77);
        assertThat(Vectors.squaredDistance(3, x, 1, y, 0)).isEqualTo(27);
        Vectors.addScaled(2, 10, x, 1, y, 1);
        assertThat(y).containsExactly(4, 15, 26);
    }

    @Test
    void do_the_same_in_single_precision() {
        float[] x = {9, 1, 2, 3};
        float[] y = {4, 5, 6};
        assertThat(Vectors.dot(3, x, 1, y, 0)).isEqualTo(32);
        assertThat(Vectors.squaredDistance(3, x, 1, y, 0)).isEqualTo(27);
        Vectors.addScaled(2, 10, x, 1, y, 1);
        assertThat(y).containsExactly(4, 15, 26);
    }

    @Test
    void refuse_lengths_that_differ_and_stretches_outside() {
        assertThatThrownBy(() -> Vectors.dot(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 values by 3");
        assertThatThrownBy(() -> Vectors.dot(3, new double[3], 1, new double[3], 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
