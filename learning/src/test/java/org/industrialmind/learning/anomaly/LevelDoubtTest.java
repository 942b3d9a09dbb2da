package org.industrialmind.learning.anomaly;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelDoubtTest {
    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_variance_is_finite_and_not_negative(double wrong) {
        assertThatThrownBy(() -> LevelDoubt.of(new double[] {0, wrong}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(wrong));
    }
}
