package org.industrialmind.foundations.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StochasticClassificationTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return StochasticClassification.defaults();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void comes_near_the_optimum_of_its_loss(long seed) {
        LabelledRows rows = SyntheticRows.clouds(1000, 3, 2, 1, seed);
        double[] exact = LogisticRegression.unpenalized().fit(rows, 0).coefficients(1);
        SoftmaxModel near =
                new StochasticClassification(StochasticClassification.Loss.LOGARITHM, 0, 0.1, 60).fit(rows, seed);
        for (int c = 0; c < 3; c++) {
            assertThat(near.coefficients(1)[c] - near.coefficients(0)[c]).isCloseTo(exact[c], within(0.15));
        }
    }

    @Test
    void margins_tell_clouds_apart_too() {
        LabelledRows rows = SyntheticRows.clouds(300, 3, 3, 4, 4);
        for (StochasticClassification trainer : List.of(
                StochasticClassification.perceptron(),
                new StochasticClassification(StochasticClassification.Loss.HINGE, 1e-3, 0.1, 20))) {
            int[] predicted = trainer.fit(rows, 1).predict(rows.rows());
            int right = 0;
            for (int r = 0; r < 300; r++) {
                right += predicted[r] == rows.label(r) ? 1 : 0;
            }
            assertThat(right).isGreaterThan(285);
            assertThat(trainer.fit(SyntheticRows.clouds(20, 2, 1, 1, 1), 1).classes())
                    .isEqualTo(1);
        }
        assertThatThrownBy(() -> new StochasticClassification(StochasticClassification.Loss.HINGE, 1, 2, 1))
                .hasMessageContaining("rate 2.0");
    }
}
