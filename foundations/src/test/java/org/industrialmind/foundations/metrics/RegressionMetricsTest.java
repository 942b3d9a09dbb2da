package org.industrialmind.foundations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;

class RegressionMetricsTest {
    private static final Golden GOLDEN = Golden.read("metrics");
    private static final double[] ACTUAL = {1, 2, 4};
    private static final double[] GUESS = {1, 3, 1};

    @Test
    void agree_with_another_program() {
        double[] a = GOLDEN.vector("actual");
        double[] p = GOLDEN.vector("guess");
        double[] w = GOLDEN.vector("weights");
        double[] plain = {
            RegressionMetrics.meanAbsolute(a, p),
            RegressionMetrics.rootMeanSquared(a, p),
            RegressionMetrics.meanAbsolutePercentage(a, p),
            RegressionMetrics.explained(a, p),
            RegressionMetrics.pinball(a, p, 0.9),
            RegressionMetrics.medianAbsolute(a, p)
        };
        assertThat(plain).containsExactly(GOLDEN.vector("regression"), within(1e-12));
        double[] weighted = {
            RegressionMetrics.meanAbsolute(a, p, w),
            RegressionMetrics.rootMeanSquared(a, p, w),
            RegressionMetrics.explained(a, p, w)
        };
        assertThat(weighted).containsExactly(GOLDEN.vector("regression_weighted"), within(1e-12));
    }

    @Test
    void are_those_by_hand() {
        assertThat(RegressionMetrics.symmetricPercentage(ACTUAL, GUESS)).isCloseTo((0.4 + 1.2) / 3, within(1e-15));
        assertThat(RegressionMetrics.symmetricPercentage(new double[1], new double[1]))
                .isZero();
        assertThat(RegressionMetrics.huber(ACTUAL, GUESS, 2)).isCloseTo((0.5 + 4) / 3, within(1e-15));
        assertThat(RegressionMetrics.huber(ACTUAL, GUESS, 10))
                .isCloseTo(RegressionMetrics.meanSquared(ACTUAL, GUESS) / 2, within(1e-15));
        assertThat(RegressionMetrics.pinball(ACTUAL, GUESS, 0.5))
                .isCloseTo(RegressionMetrics.meanAbsolute(ACTUAL, GUESS) / 2, within(1e-15));
    }

    @Test
    void a_constant_is_explained_wholly_or_not_at_all() {
        double[] constant = {0.1, 0.1, 0.1};
        assertThat(RegressionMetrics.explained(constant, constant)).isEqualTo(1);
        assertThat(RegressionMetrics.explained(constant, new double[] {0.1, 0.1, 0.2}))
                .isZero();
    }

    @Test
    void refuse_what_has_no_error() {
        assertThatThrownBy(() -> RegressionMetrics.meanAbsolute(ACTUAL, new double[1]))
                .hasMessageContaining("1 predictions and 3 actual values");
        assertThatThrownBy(() -> RegressionMetrics.meanAbsolute(new double[0], new double[0]))
                .hasMessageContaining("no predictions to judge");
        assertThatThrownBy(() -> RegressionMetrics.meanSquared(ACTUAL, new double[] {1, Double.NaN, 2}))
                .hasMessageContaining("prediction of row 1 is NaN");
        assertThatThrownBy(() -> RegressionMetrics.meanAbsolutePercentage(new double[] {1, 0, 2}, GUESS))
                .hasMessageContaining("row 1 is 0");
        assertThatThrownBy(() -> RegressionMetrics.pinball(ACTUAL, GUESS, 1)).hasMessageContaining("quantile 1.0");
        assertThatThrownBy(() -> RegressionMetrics.huber(ACTUAL, GUESS, 0)).hasMessageContaining("delta 0.0");
    }
}
