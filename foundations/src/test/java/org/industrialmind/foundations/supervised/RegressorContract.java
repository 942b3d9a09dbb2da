package org.industrialmind.foundations.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every regressor promises; a method's test extends this and names its trainer. */
public abstract class RegressorContract {
    /** The trainer, with settings that suit a few hundred rows. */
    protected abstract RegressorTrainer trainer();

    /** Whether a row may lack values. */
    protected boolean livesWithMissingValues() {
        return false;
    }

    /** The least share of the variance of a noisy plane that must be explained on fresh rows. */
    protected double explainedShare() {
        return 0.8;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void explains_a_plane_on_fresh_rows(long seed) {
        TargetRows train = SyntheticRows.plane(500, 3, 0.1, seed);
        TargetRows test = SyntheticRows.plane(300, 3, 0.1, seed + 100);
        double[] predicted = trainer().fit(train, seed).predict(test.rows());
        double mean = Arrays.stream(test.targets()).average().orElseThrow();
        double left = 0;
        double all = 0;
        for (int r = 0; r < predicted.length; r++) {
            left += Math.pow(test.target(r) - predicted[r], 2);
            all += Math.pow(test.target(r) - mean, 2);
        }
        assertThat(1 - left / all).isGreaterThan(explainedShare());
    }

    @Test
    void the_same_seed_gives_the_same_regressor() {
        TargetRows train = SyntheticRows.plane(120, 3, 1, 6);
        assertThat(trainer().fit(train, 9).predict(train.rows()))
                .containsExactly(trainer().fit(train, 9).predict(train.rows()));
    }

    @Test
    void one_row_at_a_time_says_what_all_at_once_says() {
        TargetRows train = SyntheticRows.plane(90, 3, 1, 7);
        Regressor regressor = trainer().fit(train, 7);
        double[] all = regressor.predict(train.rows());
        for (int r = 0; r < 10; r++) {
            assertThat(regressor.predict(train.rows().row(r))).isCloseTo(all[r], within(1e-12));
        }
    }

    @Test
    void equal_targets_are_predicted_exactly() {
        TargetRows plane = SyntheticRows.plane(60, 3, 1, 8);
        double[] fives = new double[60];
        Arrays.fill(fives, 5);
        Regressor regressor = trainer().fit(TargetRows.of(plane.rows(), fives), 8);
        assertThat(regressor.predict(plane.rows().row(3))).isCloseTo(5, within(1e-6));
    }

    @Test
    void refuses_a_row_of_another_length() {
        Regressor regressor = trainer().fit(SyntheticRows.plane(90, 3, 1, 9), 9);
        assertThat(regressor.columns()).isEqualTo(3);
        assertThatThrownBy(() -> regressor.predict(new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2")
                .hasMessageContaining("3");
    }

    @Test
    void a_missing_value_is_lived_with_or_named() {
        TargetRows plane = SyntheticRows.plane(100, 3, 1, 13);
        double[] values = plane.rows().toArray();
        values[7 * 3 + 1] = Double.NaN;
        TargetRows holed = TargetRows.of(Matrix.of(100, 3, values), plane.targets());
        if (livesWithMissingValues()) {
            double[] predicted = trainer().fit(holed, 13).predict(holed.rows());
            assertThat(Arrays.stream(predicted).allMatch(Double::isFinite)).isTrue();
        } else {
            assertThatThrownBy(() -> trainer().fit(holed, 13))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("row 7");
        }
    }
}
