package org.industrialmind.foundations.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearDiscriminantTest extends ClassifierContract {
    private static final Golden GOLDEN = Golden.read("linear_models");

    @Override
    protected ClassifierTrainer trainer() {
        return LinearDiscriminant.defaults();
    }

    private static LabelledRows golden() {
        return LabelledRows.of(GOLDEN.matrix("x"), GOLDEN.integers("three"), 3);
    }

    @Test
    void agrees_with_another_program() {
        assertThat(new LinearDiscriminant(0)
                        .fit(golden(), 0)
                        .probabilities(GOLDEN.matrix("x"))
                        .toArray())
                .containsExactly(GOLDEN.vector("lda_probabilities"), within(1e-9));
        assertThat(new QuadraticDiscriminant(0)
                        .fit(golden(), 0)
                        .probabilities(GOLDEN.matrix("x"))
                        .toArray())
                .containsExactly(GOLDEN.vector("qda_probabilities"), within(1e-9));
    }

    @Test
    void two_clouds_of_one_column_part_half_way() {
        double[] x = {-1, 0, 1, 3, 4, 5};
        SoftmaxModel model = LinearDiscriminant.defaults()
                .fit(LabelledRows.of(Matrix.of(6, 1, x), new int[] {0, 0, 0, 1, 1, 1}, 2), 0);
        assertThat(model.probabilities(new double[] {2})[0]).isCloseTo(0.5, within(1e-12));
        // unit variance, centres 4 apart: log odds 4 (x - 2)
        assertThat(model.coefficients(1)[0] - model.coefficients(0)[0]).isCloseTo(4, within(1e-12));
    }

    @Test
    void a_column_constant_within_each_class_decides_alone() {
        double[][] rows = {{0, 5}, {3, 5}, {1, 6}, {2, 6}};
        LabelledRows train = LabelledRows.of(Matrix.ofRows(rows), new int[] {0, 0, 1, 1}, 2);
        assertThat(LinearDiscriminant.defaults().fit(train, 0).predict(train.rows()))
                .containsExactly(0, 0, 1, 1);
        assertThatThrownBy(() -> new LinearDiscriminant(2)).hasMessageContaining("2.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void wholly_shrunk_columns_speak_each_for_itself(long seed) {
        LabelledRows rows = SyntheticRows.clouds(90, 2, 2, 1, seed);
        SoftmaxModel both = new LinearDiscriminant(1).fit(rows, 0);
        for (int c = 0; c < 2; c++) {
            LabelledRows one = LabelledRows.of(Matrix.of(90, 1, rows.rows().column(c)), rows.labels(), 2);
            SoftmaxModel alone = new LinearDiscriminant(0).fit(one, 0);
            assertThat(both.coefficients(1)[c] - both.coefficients(0)[c])
                    .isCloseTo(alone.coefficients(1)[0] - alone.coefficients(0)[0], within(1e-11));
        }
    }
}
