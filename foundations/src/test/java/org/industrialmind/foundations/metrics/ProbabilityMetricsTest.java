package org.industrialmind.foundations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;

class ProbabilityMetricsTest {
    private static final Golden GOLDEN = Golden.read("metrics");

    @Test
    void agree_with_another_program() {
        boolean[] positive = CurvesTest.truths(GOLDEN.vector("positive"));
        double[] p = GOLDEN.vector("score");
        for (int i = 0; i < p.length; i++) {
            p[i] = 1 / (1 + Math.exp(-p[i]));
        }
        double[] actual = {ProbabilityMetrics.brier(positive, p), ProbabilityMetrics.logLoss(positive, p)};
        assertThat(actual).containsExactly(GOLDEN.vector("binary"), within(1e-14));
        int[] labels = GOLDEN.integers("labels");
        assertThat(ProbabilityMetrics.topAccuracy(labels, GOLDEN.matrix("probabilities"), 2))
                .isCloseTo(GOLDEN.value("top2"), within(1e-14));
        assertThat(ProbabilityMetrics.logLoss(labels, GOLDEN.matrix("probabilities")))
                .isCloseTo(GOLDEN.vector("classes_plain")[13], within(1e-14));
    }

    @Test
    void two_classes_cost_the_original_brier_score_twice() {
        boolean[] positive = {true, false};
        double[] p = {0.8, 0.3};
        Matrix both = Matrix.ofRows(new double[] {0.2, 0.8}, new double[] {0.7, 0.3});
        assertThat(ProbabilityMetrics.brier(positive, p)).isCloseTo((0.04 + 0.09) / 2, within(1e-15));
        assertThat(ProbabilityMetrics.brier(new int[] {1, 0}, both)).isCloseTo(0.13, within(1e-15));
        assertThat(ProbabilityMetrics.brier(new int[] {1, 0}, both, new double[] {1, 3}))
                .isCloseTo(2 * (0.04 + 3 * 0.09) / 4, within(1e-15));
        assertThat(ProbabilityMetrics.logLoss(new int[] {1, 0}, both))
                .isCloseTo(ProbabilityMetrics.logLoss(positive, p), within(1e-15));
    }

    @Test
    void certainty_that_is_wrong_costs_much_but_not_everything() {
        assertThat(ProbabilityMetrics.logLoss(new boolean[] {true}, new double[] {0}))
                .isCloseTo(52 * Math.log(2), within(1e-12));
        assertThat(ProbabilityMetrics.logLoss(new boolean[] {true}, new double[] {1}))
                .isZero();
    }

    @Test
    void equal_probabilities_are_worth_their_share_of_the_top() {
        Matrix same = Matrix.ofRows(new double[] {0.25, 0.25, 0.25, 0.25});
        assertThat(ProbabilityMetrics.topAccuracy(new int[] {3}, same, 1)).isEqualTo(0.25);
        assertThat(ProbabilityMetrics.topAccuracy(new int[] {3}, same, 9)).isEqualTo(1);
    }

    @Test
    void calibration_is_that_by_hand() {
        boolean[] positive = {true, false, true, true, false};
        double[] p = {0.1, 0.2, 0.9, 1, 0.6};
        Reliability two = Reliability.of(positive, p, 2);
        assertThat(two.bins()).hasSize(2);
        assertThat(two.bins().get(0).meanProbability()).isCloseTo(0.15, within(1e-15));
        assertThat(two.bins().get(0).share()).isEqualTo(0.5);
        double second = 2.5 / 3 - 2.0 / 3;
        assertThat(two.expectedError()).isCloseTo((2 * 0.35 + 3 * second) / 5, within(1e-15));
        assertThat(two.largestError()).isCloseTo(0.35, within(1e-15));
        Reliability fine = Reliability.of(positive, p, 10);
        assertThat(fine.bins()).hasSize(4); // 0.9 and 1 share the last, empty ones are left out
        assertThat(fine.bins().getLast().rows()).isEqualTo(2);
    }

    @Test
    void confidence_of_several_classes_is_judged_by_the_most_probable() {
        Matrix p = Matrix.ofRows(new double[] {0.6, 0.3, 0.1}, new double[] {0.2, 0.7, 0.1});
        Reliability table = Reliability.ofMostProbable(new int[] {0, 2}, p, 1);
        assertThat(table.expectedError()).isCloseTo(0.65 - 0.5, within(1e-15));
    }

    @Test
    void refuse_what_is_no_probability() {
        Matrix p = Matrix.ofRows(new double[] {1.5, -0.5});
        assertThatThrownBy(() -> ProbabilityMetrics.logLoss(new int[] {0}, p)).hasMessageContaining("row 0 is 1.5");
        assertThatThrownBy(() -> ProbabilityMetrics.logLoss(new int[] {0, 1}, p))
                .hasMessageContaining("2 labels and 1 rows");
        assertThatThrownBy(() -> ProbabilityMetrics.brier(new boolean[] {true}, new double[] {Double.NaN}))
                .hasMessageContaining("row 0 is NaN");
        assertThatThrownBy(() -> Reliability.of(new boolean[] {true}, new double[] {1}, 0))
                .hasMessageContaining("in 0 bins");
        assertThatThrownBy(() -> ProbabilityMetrics.topAccuracy(new int[] {0}, Matrix.identity(1), 0))
                .hasMessageContaining("the 0 most probable");
    }
}
