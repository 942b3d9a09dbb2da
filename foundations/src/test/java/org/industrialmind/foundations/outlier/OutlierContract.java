package org.industrialmind.foundations.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every outlier model promises; a method's test extends this and names its trainer. */
public abstract class OutlierContract {
    /** The trainer, with settings that suit a few hundred rows. */
    protected abstract OutlierTrainer trainer();

    private static Matrix cloud(int size, long seed) {
        return Matrix.of(
                size,
                3,
                new SplittableRandom(seed)
                        .doubles(3L * size)
                        .map(u -> 4 * u - 2)
                        .toArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_row_far_away_is_more_abnormal_than_any_within(long seed) {
        Matrix rows = cloud(200, seed);
        OutlierModel model = trainer().fit(rows, seed);
        double worst = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < 200; r++) {
            worst = Math.max(worst, model.score(rows.row(r)));
        }
        assertThat(model.score(new double[] {9, -9, 9})).isGreaterThan(worst);
    }

    @Test
    void the_same_seed_gives_the_same_scores() {
        Matrix rows = cloud(150, 4);
        assertThat(trainer().fit(rows, 5).score(rows.row(3)))
                .isEqualTo(trainer().fit(rows, 5).score(rows.row(3)));
    }

    @Test
    void refuses_a_row_of_another_length_and_a_missing_value() {
        OutlierModel model = trainer().fit(cloud(100, 6), 6);
        assertThat(model.columns()).isEqualTo(3);
        assertThatThrownBy(() -> model.score(new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2")
                .hasMessageContaining("3");
        double[] values = cloud(100, 6).toArray();
        values[22] = Double.NaN;
        assertThatThrownBy(() -> trainer().fit(Matrix.of(100, 3, values), 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 7");
    }
}
