package org.industrialmind.foundations.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every classifier promises; a method's test extends this and names its trainer. */
public abstract class ClassifierContract {
    /** The trainer, with settings that suit a few hundred rows. */
    protected abstract ClassifierTrainer trainer();

    /** Whether a row may lack values. */
    protected boolean livesWithMissingValues() {
        return false;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tells_clouds_apart_that_lie_four_sigma_apart(long seed) {
        LabelledRows train = SyntheticRows.clouds(300, 4, 3, 4, seed);
        LabelledRows test = SyntheticRows.clouds(300, 4, 3, 4, seed + 100);
        int[] predicted = trainer().fit(train, seed).predict(test.rows());
        long right = 0;
        for (int r = 0; r < predicted.length; r++) {
            right += predicted[r] == test.label(r) ? 1 : 0;
        }
        assertThat(right / 300.0).isGreaterThan(0.95); // Bayes: 0.993 (three centres, 4 sqrt(2) apart or more)
    }

    @Test
    void probabilities_sum_to_one() {
        LabelledRows train = SyntheticRows.clouds(120, 3, 3, 1, 5);
        Matrix probabilities = trainer().fit(train, 5).probabilities(train.rows());
        for (int r = 0; r < probabilities.rows(); r++) {
            double[] row = probabilities.row(r);
            assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(row).allMatch(p -> p >= 0 && p <= 1)).isTrue();
        }
    }

    @Test
    void the_same_seed_gives_the_same_classifier() {
        LabelledRows train = SyntheticRows.clouds(120, 3, 2, 1, 6);
        assertThat(trainer().fit(train, 9).probabilities(train.rows()))
                .isEqualTo(trainer().fit(train, 9).probabilities(train.rows()));
    }

    @Test
    void one_row_at_a_time_says_what_all_at_once_says() {
        LabelledRows train = SyntheticRows.clouds(90, 3, 3, 1, 7);
        Classifier classifier = trainer().fit(train, 7);
        Matrix all = classifier.probabilities(train.rows());
        for (int r = 0; r < 10; r++) {
            assertThat(classifier.probabilities(train.rows().row(r))).containsExactly(all.row(r), within(1e-12));
        }
    }

    @Test
    void knows_its_shape() {
        Classifier classifier = trainer().fit(SyntheticRows.clouds(90, 3, 3, 1, 8), 8);
        assertThat(classifier.columns()).isEqualTo(3);
        assertThat(classifier.classes()).isEqualTo(3);
    }

    @Test
    void refuses_a_row_of_another_length() {
        Classifier classifier = trainer().fit(SyntheticRows.clouds(90, 3, 2, 1, 9), 9);
        assertThatThrownBy(() -> classifier.probabilities(new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2")
                .hasMessageContaining("3");
    }

    @Test
    void a_class_without_rows_is_never_predicted() {
        LabelledRows two = SyntheticRows.clouds(120, 3, 2, 3, 10);
        LabelledRows three = LabelledRows.of(two.rows(), two.labels(), 3);
        assertThat(trainer().fit(three, 10).predict(three.rows())).doesNotContain(2);
    }

    @Test
    void rows_of_one_class_give_that_class() {
        LabelledRows train = SyntheticRows.clouds(40, 3, 1, 1, 11);
        int[] ones = new int[40];
        Arrays.fill(ones, 1);
        Classifier classifier = trainer().fit(LabelledRows.of(train.rows(), ones, 2), 11);
        assertThat(classifier.predict(train.rows().row(0))).isEqualTo(1);
    }

    @Test
    void a_constant_column_does_no_harm() {
        LabelledRows clouds = SyntheticRows.clouds(200, 2, 2, 4, 12);
        double[][] widened = new double[200][];
        for (int r = 0; r < 200; r++) {
            double[] row = clouds.rows().row(r);
            widened[r] = new double[] {row[0], 7, row[1]};
        }
        LabelledRows train = LabelledRows.of(Matrix.ofRows(widened), clouds.labels(), 2);
        int[] predicted = trainer().fit(train, 12).predict(train.rows());
        long wrong = 0;
        for (int r = 0; r < 200; r++) {
            wrong += predicted[r] == train.label(r) ? 0 : 1;
        }
        assertThat(wrong).isLessThan(10);
    }

    @Test
    void a_missing_value_is_lived_with_or_named() {
        LabelledRows clouds = SyntheticRows.clouds(100, 3, 2, 3, 13);
        double[] values = clouds.rows().toArray();
        values[7 * 3 + 1] = Double.NaN;
        LabelledRows holed = LabelledRows.of(Matrix.of(100, 3, values), clouds.labels(), 2);
        if (livesWithMissingValues()) {
            trainer().fit(holed, 13).probabilities(holed.rows()).requireFinite();
        } else {
            assertThatThrownBy(() -> trainer().fit(holed, 13))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("row 7");
        }
    }
}
