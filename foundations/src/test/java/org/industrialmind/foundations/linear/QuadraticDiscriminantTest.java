package org.industrialmind.foundations.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuadraticDiscriminantTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return QuadraticDiscriminant.defaults();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void wholly_shrunk_it_is_linear(long seed) {
        LabelledRows rows = SyntheticRows.clouds(90, 3, 3, 1, seed);
        assertThat(new QuadraticDiscriminant(1)
                        .fit(rows, 0)
                        .probabilities(rows.rows())
                        .toArray())
                .containsExactly(
                        LinearDiscriminant.defaults()
                                .fit(rows, 0)
                                .probabilities(rows.rows())
                                .toArray(),
                        within(1e-11));
    }

    @Test
    void a_narrow_cloud_inside_a_wide_one_is_found() {
        LabelledRows rows = SyntheticRows.clouds(400, 2, 2, 0, 3);
        double[] values = rows.rows().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= rows.label(i / 2) == 0 ? 0.2 : 3;
        }
        Matrix x = Matrix.of(400, 2, values);
        int[] predicted = new QuadraticDiscriminant(0)
                .fit(LabelledRows.of(x, rows.labels(), 2), 0)
                .predict(x);
        int right = 0;
        for (int r = 0; r < 400; r++) {
            right += predicted[r] == rows.label(r) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(370);
    }

    @Test
    void a_class_too_small_for_a_covariance_of_its_own_is_named() {
        LabelledRows rows = SyntheticRows.clouds(30, 4, 2, 2, 4).select(new int[] {0, 1, 2, 3, 4, 6, 8, 10, 12});
        assertThatThrownBy(() -> new QuadraticDiscriminant(0).fit(rows, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("class 1");
        assertThat(QuadraticDiscriminant.defaults().fit(rows, 0).predict(rows.rows()))
                .contains(1);
        assertThatThrownBy(() -> new QuadraticDiscriminant(-1)).hasMessageContaining("-1.0");
    }
}
