package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.industrialmind.torch.nn.Loss.CrossEntropy;
import org.industrialmind.torch.nn.Loss.Divergence;
import org.industrialmind.torch.nn.Loss.Huber;
import org.industrialmind.torch.nn.Loss.MeanSquared;
import org.industrialmind.torch.nn.Loss.Parts;
import org.industrialmind.torch.nn.Loss.Parts.Part;
import org.industrialmind.torch.nn.Loss.Pinball;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {
    private static final float[] ALIKE = {};

    @Test
    void squared_errors_are_averaged() {
        assertThat(value(new MeanSquared(), 2, rows(1, 2, 3, 4), rows(1, 0, 3, 1)))
                .isCloseTo(13 / 4.0, within(1e-6));
    }

    @Test
    void large_errors_cost_a_line_under_huber() {
        double small = 0.5 * 0.25 * 0.25;
        double large = 0.5 * (3 - 0.25); // delta (|d| - delta / 2)
        assertThat(value(new Huber(0.5), 1, rows(0.25f, 3), rows(0, 0))).isCloseTo((small + large) / 2, within(1e-6));
    }

    @Test
    void a_quantile_pays_by_side() {
        Pinball pinball = new Pinball(List.of(0.1, 0.9));
        double above = 0.1 * 2 + 0.9 * 2; // a target of 3 over outputs of 1
        double below = 0.9 * 1 + 0.1 * 1; // a target of 0 under outputs of 1
        assertThat(value(pinball, 2, rows(1, 1, 1, 1), rows(3, 0))).isCloseTo((above + below) / 4, within(1e-6));
    }

    @Test
    void the_surprise_at_a_class_is_that_of_its_softmax() {
        double share = Math.exp(2) / (Math.exp(2) + Math.exp(1) + 1);
        assertThat(value(new CrossEntropy(), 3, rows(1, 2, 0), rows(1))).isCloseTo(-Math.log(share), within(1e-6));
    }

    @Test
    void the_standard_normal_does_not_diverge_from_itself() {
        assertThat(value(new Divergence(), 4, rows(0, 0, 0, 0), rows())).isZero();
        double moved = (1.0 + Math.exp(0.5) - 1 - 0.5) / 2; // mean 1, log-variance 0.5
        assertThat(value(new Divergence(), 2, rows(1, 0.5f), rows())).isCloseTo(moved, within(1e-6));
    }

    @Test
    void a_target_is_as_unlikely_as_it_lies_far_in_its_own_deviations() {
        Loss loss = new Loss.GaussianLikelihood(-2);
        double expected = (Math.log(4) + 9.0 / 4) / 2; // mean 1, variance 4, target 4
        assertThat(value(loss, 2, rows(1, (float) Math.log(4)), rows(4))).isCloseTo(expected, within(1e-6));
        double sure = (-2 + Math.exp(2) * 0.25) / 2; // a log-variance of -9 counts as -2
        assertThat(value(loss, 2, rows(1, -9), rows(1.5f))).isCloseTo(sure, within(1e-6));
    }

    @Test
    void a_part_warms_up_over_its_share_of_the_steps() {
        Parts parts =
                new Parts(new Part("one", 1, new MeanSquared(), 3), new Part("other", 1, new MeanSquared(), 2, 0.5));
        double[] expected = {3, 4, 5, 5};
        double[] progress = {0, 0.25, 0.5, 1};
        for (int i = 0; i < expected.length; i++) {
            assertThat(value(parts, 2, rows(1, 1), rows(0, 0), ALIKE, progress[i]))
                    .isCloseTo(expected[i], within(1e-6));
        }
        assertThatThrownBy(() -> new Part("other", 1, new MeanSquared(), 2, 1.5))
                .hasMessageContaining("warm-up");
    }

    @Test
    void parts_are_judged_apart_and_summed_by_weight() {
        Parts parts = new Parts(
                new Part("life", 2, new Pinball(List.of(0.1, 0.9)), 2),
                new Part("mode", 3, new CrossEntropy(), 0.5),
                new Part("hidden", 2, new Divergence(), 1),
                new Part("health", 1, new MeanSquared(), 3));
        float[] output = rows(1, 1, 1, 2, 0, 1, 0.5f, 0.2f);
        float[] target = rows(3, 1, 0.7f);
        double expected = 2 * value(new Pinball(List.of(0.1, 0.9)), 2, rows(1, 1), rows(3))
                + 0.5 * value(new CrossEntropy(), 3, rows(1, 2, 0), rows(1))
                + value(new Divergence(), 2, rows(1, 0.5f), rows())
                + 3 * 0.25;
        assertThat(parts.targets(8)).isEqualTo(3);
        assertThat(value(parts, 8, output, target)).isCloseTo(expected, within(1e-6));
        assertThat(parts.values("mode", output)).containsExactly(1, 2, 0);
        assertThatThrownBy(() -> parts.values("age", output)).hasMessageContaining("health");
    }

    /** Counting an example three times is the same as three of it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void an_example_counts_as_often_as_its_weight_says(long seed) {
        float[] output = NetworkTest.random(seed, 4);
        float[] target = NetworkTest.random(seed + 1, 4);
        float[] often = rows(output[0], output[1], output[2], output[3], output[2], output[3], output[2], output[3]);
        float[] oftenTarget =
                rows(target[0], target[1], target[2], target[3], target[2], target[3], target[2], target[3]);
        for (Loss loss : List.of(new MeanSquared(), new Huber(0.3))) {
            assertThat(value(loss, 2, output, target, rows(1, 3)))
                    .isCloseTo(value(loss, 2, often, oftenTarget), within(1e-6));
        }
    }

    @Test
    void says_which_outputs_it_cannot_judge() {
        assertThatThrownBy(() -> new Pinball(List.of(0.1, 0.9)).targets(3)).hasMessageContaining("a multiple of 2");
        assertThatThrownBy(() -> new Pinball(List.of(1.5))).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> new Huber(0)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> new CrossEntropy().targets(1)).hasMessageContaining("two classes");
        assertThatThrownBy(() -> new Parts()).hasMessageContaining("one or more");
        Part part = new Part("life", 2, new MeanSquared(), 1);
        assertThatThrownBy(() -> new Parts(part).targets(3)).hasMessageContaining("expected 2");
        assertThatThrownBy(() -> new Parts(part, part)).hasMessageContaining("named apart");
    }

    private static float[] rows(float... values) {
        return values;
    }

    private static double value(Loss loss, int width, float[] output, float[] target) {
        return value(loss, width, output, target, ALIKE);
    }

    private static double value(Loss loss, int width, float[] output, float[] target, float[] weights) {
        return value(loss, width, output, target, weights, 1);
    }

    private static double value(
            Loss loss, int width, float[] output, float[] target, float[] weights, double progress) {
        int rows = output.length / width;
        return Engine.shared().call(0, () -> {
            try (TorchScope scope = TorchScope.open()) {
                Tensor weight = weights.length == 0 ? null : Tensor.create(weights, rows);
                return LossValue.of(
                                loss,
                                Tensor.create(output, rows, width),
                                Tensor.create(target, rows, target.length / rows),
                                weight,
                                progress)
                        .item_double();
            }
        });
    }
}
