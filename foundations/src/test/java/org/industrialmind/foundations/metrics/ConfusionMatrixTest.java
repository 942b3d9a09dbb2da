package org.industrialmind.foundations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionMatrixTest {
    private static final Golden GOLDEN = Golden.read("metrics");

    /** By hand: of class 0 two are right and one is taken for 1, of class 1 one is right; class 2 never comes up. */
    private static final ConfusionMatrix SMALL = ConfusionMatrix.of(new int[] {0, 0, 0, 1}, new int[] {0, 0, 1, 1}, 3);

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"plain", "weighted"})
    void agrees_with_another_program(String kind) {
        int[] labels = GOLDEN.integers("labels");
        double[] weights = kind.equals("plain") ? MetricChecks.equalWeights(labels.length) : GOLDEN.vector("weights");
        Matrix probabilities = GOLDEN.matrix("probabilities");
        ConfusionMatrix m = ConfusionMatrix.of(labels, mostProbable(probabilities), weights, 4);
        double[] actual = {
            m.accuracy(),
            m.balancedAccuracy(),
            m.precision(Averaging.MACRO),
            m.recall(Averaging.MACRO),
            m.fScore(Averaging.MACRO, 2),
            m.precision(Averaging.MICRO),
            m.recall(Averaging.MICRO),
            m.fScore(Averaging.MICRO, 2),
            m.precision(Averaging.WEIGHTED),
            m.recall(Averaging.WEIGHTED),
            m.fScore(Averaging.WEIGHTED, 2),
            m.matthews(),
            m.kappa(),
            ProbabilityMetrics.logLoss(labels, probabilities, weights)
        };
        assertThat(actual).containsExactly(GOLDEN.vector("classes_" + kind), within(1e-13));
    }

    @Test
    void counts_and_ratios_are_those_by_hand() {
        assertThat(SMALL.toMatrix())
                .isEqualTo(Matrix.ofRows(new double[] {2, 1, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 0}));
        assertThat(SMALL.total()).isEqualTo(4);
        assertThat(SMALL.classes()).isEqualTo(3);
        assertThat(SMALL.weight(0, 1)).isEqualTo(1);
        assertThat(SMALL.precision(0)).isEqualTo(1);
        assertThat(SMALL.recall(0)).isEqualTo(2.0 / 3);
        assertThat(SMALL.fScore(0, 1)).isEqualTo(0.8);
        Matrix costs = Matrix.ofRows(new double[] {-1, 10, 7}, new double[] {5, 0, 7}, new double[] {7, 7, 7});
        assertThat(SMALL.meanCost(costs)).isEqualTo((2 * -1 + 10) / 4.0);
    }

    @Test
    void a_class_that_never_came_up_is_zero_and_left_out_of_averages() {
        assertThat(SMALL.precision(2)).isZero();
        assertThat(SMALL.recall(2)).isZero();
        assertThat(SMALL.fScore(2, 1)).isZero();
        assertThat(SMALL.recall(Averaging.MACRO)).isCloseTo((2.0 / 3 + 1) / 2, within(1e-15));
        assertThat(SMALL.balancedAccuracy()).isCloseTo((2.0 / 3 + 1) / 2, within(1e-15));
    }

    @Test
    void one_class_only_has_shown_nothing() {
        ConfusionMatrix one = ConfusionMatrix.of(new int[] {0, 0}, new int[] {0, 0}, 2);
        assertThat(one.accuracy()).isEqualTo(1);
        assertThat(one.matthews()).isZero();
        assertThat(one.kappa()).isZero();
        ConfusionMatrix never = ConfusionMatrix.of(new int[] {0, 1}, new int[] {0, 0}, 2);
        assertThat(never.precision(1)).isZero(); // nothing predicted
        assertThat(never.matthews()).isZero();
        assertThat(never.kappa()).isZero();
    }

    @Test
    void refuses_what_it_cannot_count() {
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {0}, new int[] {0, 1}, 2))
                .hasMessageContaining("2 predictions and 1 labels");
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[0], new int[0], 2)).hasMessageContaining("no predictions");
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {2}, new int[] {0}, 2))
                .hasMessageContaining("row 0 is 2");
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {0}, new int[] {0}, new double[] {-1}, 2))
                .hasMessageContaining("weight of row 0 is -1");
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {0}, new int[] {0}, new double[] {0}, 2))
                .hasMessageContaining("all 1 weights are 0");
        assertThatThrownBy(() -> SMALL.fScore(0, 0)).hasMessageContaining("beta 0.0");
        assertThatThrownBy(() -> SMALL.meanCost(Matrix.identity(2))).hasMessageContaining("for 3 classes");
    }

    private static int[] mostProbable(Matrix probabilities) {
        int[] best = new int[probabilities.rows()];
        for (int r = 0; r < best.length; r++) {
            for (int k = 1; k < probabilities.columns(); k++) {
                if (probabilities.get(r, k) > probabilities.get(r, best[r])) {
                    best[r] = k;
                }
            }
        }
        return best;
    }
}
