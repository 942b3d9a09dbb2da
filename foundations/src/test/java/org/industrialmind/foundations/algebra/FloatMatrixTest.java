package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FloatMatrixTest {
    private final FloatMatrix a = FloatMatrix.of(2, 3, new float[] {1, 2, 3, 4, 5, 6});
    private final FloatMatrix b = FloatMatrix.of(3, 2, new float[] {1, 0, 2, -1, 0, 3});

    @Test
    void multiplies_in_each_of_three_ways() {
        FloatMatrix expected = FloatMatrix.of(2, 2, new float[] {5, 7, 14, 13});
        assertThat(a.times(b)).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(a.timesTransposed(b.transposed())).isEqualTo(expected);
        assertThat(a.transposed().transposedTimes(b)).isEqualTo(expected);
    }

    @Test
    void comes_from_doubles_and_goes_back() {
        Matrix third = Matrix.of(1, 2, new double[] {1 / 3.0, 2});
        FloatMatrix rounded = FloatMatrix.of(third);
        assertThat(rounded.get(0, 0)).isEqualTo((float) (1 / 3.0));
        assertThat(rounded.toDoubles().get(0, 1)).isEqualTo(2);
        assertThat(rounded.row(0)).containsExactly(rounded.toArray());
        assertThat(rounded).hasToString("FloatMatrix[1 x 2]").isNotEqualTo(a);
    }

    @Test
    void refuses_wrong_shapes_with_the_numbers_seen() {
        assertThatThrownBy(() -> a.times(a))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot multiply 2 x 3 by 2 x 3");
        assertThatThrownBy(() -> FloatMatrix.of(2, 2, new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 x 2 matrix cannot be made of 3 values");
        assertThatThrownBy(() -> a.get(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
