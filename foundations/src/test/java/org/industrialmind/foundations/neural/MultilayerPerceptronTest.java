package org.industrialmind.foundations.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.optimize.Adam;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MultilayerPerceptronTest {
    private static MultilayerPerceptron small() {
        return new MultilayerPerceptron(
                List.of(16),
                Activation.TANH,
                0.1,
                Training.defaults().withEpochs(40).withRule(Adam.of(0.01)));
    }

    @Nested
    class AsClassifier extends ClassifierContract {
        @Override
        protected ClassifierTrainer trainer() {
            return small();
        }
    }

    @Nested
    class AsRegressor extends RegressorContract {
        @Override
        protected RegressorTrainer trainer() {
            return small();
        }
    }

    @Test
    void a_row_of_no_weight_teaches_nothing() {
        LabelledRows clouds = SyntheticRows.clouds(80, 2, 2, 4, 3);
        int[] labels = clouds.labels();
        double[] weights = clouds.weights();
        for (int r = 0; r < 80; r += 3) {
            labels[r] = 1 - labels[r];
            weights[r] = 0;
        }
        LabelledRows lied = LabelledRows.weighted(clouds.rows(), labels, weights, 2);
        int[] predicted = small().fit(lied, 3).predict(clouds.rows());
        long wrong = 0;
        for (int r = 0; r < 80; r++) {
            wrong += predicted[r] == clouds.label(r) ? 0 : 1;
        }
        assertThat(wrong).isLessThan(3);
    }

    @Test
    void without_a_hidden_layer_it_finds_the_plane() {
        TargetRows plane = SyntheticRows.plane(200, 2, 0, 4);
        MultilayerPerceptron linear = new MultilayerPerceptron(
                List.of(),
                Activation.RELU,
                0,
                Training.defaults().withRule(Adam.of(0.02)).withSchedule(new Schedule.Cosine(0)));
        PerceptronRegressor regressor = linear.fit(plane, 4);
        assertThat(regressor.predict(new double[] {1, 1})).isCloseTo(3 + 2 - 1, within(1e-3));
    }

    @Test
    void rows_at_a_huge_scale_are_learned_as_any() {
        TargetRows plane = SyntheticRows.plane(200, 2, 0.1, 5);
        double[] values = plane.rows().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = 1e12 + 1e9 * values[i];
        }
        double[] targets = plane.targets();
        for (int i = 0; i < targets.length; i++) {
            targets[i] *= 1e-9;
        }
        PerceptronRegressor regressor = small().fit(TargetRows.of(Matrix.of(200, 2, values), targets), 5);
        double[] row = {1e12 + 1e9, 1e12};
        assertThat(regressor.predict(row)).isCloseTo(5e-9, within(1e-9));
    }

    @Test
    void settings_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new MultilayerPerceptron(List.of(0), Activation.RELU, 0, Training.defaults()))
                .hasMessageContaining("hidden width");
        assertThatThrownBy(() -> new MultilayerPerceptron(List.of(), Activation.RELU, 1, Training.defaults()))
                .hasMessageContaining("dropout");
        assertThat(MultilayerPerceptron.defaults().hidden()).containsExactly(64);
    }
}
