package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.algebra.RandomisedSingularValues.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomisedSingularValuesTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void find_a_matrix_of_low_rank_whole(long seed) {
        Matrix a = QrDecompositionTest.random(90, 5, seed).times(QrDecompositionTest.random(5, 40, seed + 5));
        SingularValues found = RandomisedSingularValues.of(a, 5, Settings.defaults(), seed);
        double[] exact = SingularValues.of(a).s();
        for (int i = 0; i < 5; i++) {
            assertThat(found.s()[i]).isCloseTo(exact[i], within(1e-12 * exact[0]));
        }
        Matrix again = found.u().times(Matrix.diagonal(found.s())).timesTransposed(found.v());
        assertThat(again.minus(a).largest()).isLessThan(1e-12);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void come_near_where_singular_values_fall_slowly(long seed) {
        double[] falling = new double[60];
        for (int i = 0; i < 60; i++) {
            falling[i] = 1.0 / (1 + i);
        }
        Matrix u = QrDecomposition.of(QrDecompositionTest.random(100, 60, seed)).q();
        Matrix v =
                QrDecomposition.of(QrDecompositionTest.random(60, 60, seed + 1)).q();
        Matrix a = u.times(Matrix.diagonal(falling)).timesTransposed(v);
        SingularValues found = RandomisedSingularValues.of(a, 5, Settings.defaults(), seed);
        for (int i = 0; i < 5; i++) {
            assertThat(found.s()[i]).isBetween(falling[i] * 0.99, falling[i] * (1 + 1e-12)); // never above
        }
    }

    @Test
    void are_equal_for_equal_seeds() {
        Matrix a = QrDecompositionTest.random(30, 20, 1);
        Settings quick = new Settings(2, 0);
        assertThat(RandomisedSingularValues.of(a, 3, quick, 7).u())
                .isEqualTo(RandomisedSingularValues.of(a, 3, quick, 7).u());
    }

    @Test
    void refuse_more_than_there_are() {
        assertThatThrownBy(() -> RandomisedSingularValues.of(Matrix.identity(3), 4, Settings.defaults(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected between 1 and 3");
        assertThatThrownBy(() -> new Settings(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
