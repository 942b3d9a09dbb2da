package org.industrialmind.foundations.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TensorTest {
    @Test
    void the_gradient_of_a_product_is_the_other_factor() {
        Tensor a = Tensor.parameter(new double[] {3});
        Tensor b = Tensor.parameter(new double[] {-4});
        Tensor y = a.times(b).plus(a);
        y.backward();
        assertThat(y.value()).isEqualTo(-9);
        assertThat(a.gradient()).containsExactly(-3);
        assertThat(b.gradient()).containsExactly(3);
    }

    @Test
    void a_gradient_adds_up_until_it_is_cleared() {
        Tensor a = Tensor.parameter(new double[] {3});
        a.squared().sum().backward();
        a.squared().sum().backward();
        assertThat(a.gradient()).containsExactly(12);
        a.clearGradient();
        assertThat(a.gradient()).containsExactly(0);
        Tensor twice = a.squared().sum();
        twice.backward();
        twice.backward();
        assertThat(a.gradient()).containsExactly(12);
    }

    @Test
    void a_graph_that_shares_its_steps_is_walked_once() {
        // x -> x + x, fifty times: 2^50 paths
        Tensor x = Tensor.parameter(new double[] {1});
        Tensor y = x;
        for (int i = 0; i < 50; i++) {
            y = y.plus(y);
        }
        y.backward();
        assertThat(x.gradient()).containsExactly(Math.pow(2, 50));
    }

    @Test
    void a_long_chain_does_not_overflow_the_stack() {
        Tensor x = Tensor.parameter(new double[] {1});
        Tensor y = x;
        for (int i = 0; i < 100_000; i++) {
            y = y.plus(1e-5);
        }
        y.backward();
        assertThat(x.gradient()).containsExactly(1);
    }

    @Test
    void nothing_is_remembered_where_nothing_learns() {
        Tensor constant = Tensor.of(new double[] {1, 2}, 2);
        assertThat(constant.times(3).learns()).isFalse();
        Tensor parameter = Tensor.parameter(new double[] {1, 2}, 2);
        Tensor cut = parameter.times(3).detached();
        assertThat(cut.learns()).isFalse();
        assertThat(cut.values()).containsExactly(3, 6);
        assertThatThrownBy(() -> constant.sum().backward())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no parameter");
        assertThatThrownBy(parameter::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("single number");
    }

    @Test
    void a_parameter_is_updated_in_place_and_nothing_else_is() {
        Tensor parameter = Tensor.parameter(new double[] {1, 2}, 2);
        parameter.squared().sum().backward();
        parameter.update((values, gradient) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] -= gradient[i] / 2;
            }
        });
        assertThat(parameter.values()).containsExactly(0, 0);
        assertThatThrownBy(() -> parameter.times(2).update((v, g) -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void values_are_copied_in_and_out() {
        double[] given = {1, 2};
        Tensor tensor = Tensor.of(given, 2);
        given[0] = 9;
        tensor.values()[1] = 9;
        assertThat(tensor.values()).containsExactly(1, 2);
    }

    @Test
    void softmax_survives_huge_scores_and_masked_places() {
        Tensor shares = Tensor.of(new double[] {1000, 1000, Double.NEGATIVE_INFINITY}, 1, 3)
                .softmax();
        assertThat(shares.values()).containsExactly(0.5, 0.5, 0);
        Tensor logs = Tensor.of(new double[] {0, -2000}, 1, 2).logSoftmax();
        assertThat(logs.values()).containsExactly(0, -2000);
    }

    @Test
    void cross_entropy_of_equal_scores_is_the_logarithm_of_the_classes() {
        assertThat(Tensor.zeros(5, 8).crossEntropy(new int[] {0, 1, 2, 3, 7}).value())
                .isCloseTo(Math.log(8), within(1e-15));
    }

    @Test
    void a_convolution_slides_without_flipping() {
        Tensor sequence = Tensor.of(new double[] {1, 2, 3, 4}, 1, 1, 4);
        Tensor filter = Tensor.of(new double[] {1, 10}, 1, 1, 2);
        assertThat(sequence.convolve1d(filter, 1, 0).values()).containsExactly(21, 32, 43);
        assertThat(sequence.convolve1d(filter, 1, 1).values()).containsExactly(10, 21, 32, 43, 4);
        assertThat(sequence.convolve1d(filter, 2, 0).values()).containsExactly(21, 43);
        Tensor image = Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 1, 1, 2, 3);
        Tensor square = Tensor.of(new double[] {1, 10, 100, 1000}, 1, 1, 2, 2);
        assertThat(image.convolve2d(square, 1, 0).values()).containsExactly(5421, 6532);
    }

    @Test
    void a_pool_takes_what_it_says() {
        Tensor image = Tensor.of(new double[] {1, 2, 5, 6, 3, 4, 7, 8}, 1, 1, 2, 4);
        assertThat(image.maxPool2d(2, 2).values()).containsExactly(4, 8);
        assertThat(image.averagePool2d(2, 2).values()).containsExactly(2.5, 6.5);
        Tensor sequence = Tensor.of(new double[] {1, 5, 2, 0}, 1, 1, 4);
        assertThat(sequence.maxPool1d(2, 1).values()).containsExactly(5, 5, 2);
        assertThat(sequence.maxPool1d(2, 1).shape()).isEqualTo(Shape.of(1, 1, 3));
    }

    @Test
    void axes_are_exchanged_as_their_order_says() {
        Tensor cube = Tensor.of(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 2, 3, 2);
        Tensor turned = cube.permuted(2, 0, 1);
        assertThat(turned.shape()).isEqualTo(Shape.of(2, 2, 3));
        assertThat(turned.values()).containsExactly(0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11);
        assertThat(turned.permuted(1, 2, 0).values()).containsExactly(cube.values());
    }

    @Test
    void dropout_keeps_the_mean_and_repeats_with_its_seed() {
        Tensor ones = Tensor.zeros(100_000).plus(1);
        Tensor dropped = ones.dropout(0.3, new SplittableRandom(4));
        assertThat(dropped.mean().value()).isCloseTo(1, within(0.01));
        assertThat(Arrays.stream(dropped.values()).filter(v -> v == 0).count()).isBetween(29_000L, 31_000L);
        assertThat(ones.dropout(0.3, new SplittableRandom(4)).values()).containsExactly(dropped.values());
    }

    @Test
    void a_standardised_channel_says_what_was_taken_off() {
        Standardised standardised = Tensor.of(new double[] {1, 10, 3, 10}, 2, 2).standardisedChannels(0);
        assertThat(standardised.means()).containsExactly(2, 10);
        assertThat(standardised.variances()).containsExactly(1, 0);
        assertThat(standardised.output().at(1, 0).values()).containsExactly(-1, 1);
        Tensor constant = Tensor.of(new double[] {5, 5, 5}, 1, 3).standardisedRows(1e-5);
        assertThat(constant.values()).containsExactly(0, 0, 0);
    }

    @Test
    void what_does_not_fit_is_refused_with_both_shapes() {
        Tensor a = Tensor.zeros(2, 3);
        Tensor b = Tensor.zeros(2, 4);
        assertThatThrownBy(() -> a.plus(b)).hasMessageContaining("[2, 3]").hasMessageContaining("[2, 4]");
        assertThatThrownBy(() -> a.matrixTimes(b))
                .hasMessageContaining("[2, 3]")
                .hasMessageContaining("[2, 4]");
        assertThatThrownBy(() -> Tensor.zeros(3, 2, 3).matrixTimes(Tensor.zeros(2, 3, 2)))
                .hasMessageContaining("outer axes");
        assertThatThrownBy(() -> a.reshaped(4, -1)).hasMessageContaining("6 values");
        assertThatThrownBy(() -> a.permuted(0, 0)).hasMessageContaining("each once");
        assertThatThrownBy(() -> a.slice(1, 2, 4)).hasMessageContaining("0 to 3");
        assertThatThrownBy(() -> a.rows(2)).hasMessageContaining("no row 2");
        assertThatThrownBy(() -> a.sum(2)).hasMessageContaining("no axis 2");
        assertThatThrownBy(() -> Tensor.joined(0, List.of(a, b))).hasMessageContaining("cannot join");
        assertThatThrownBy(() -> Tensor.joined(0, List.of())).hasMessageContaining("nothing to join");
        assertThatThrownBy(() -> a.crossEntropy(new int[] {0, 3})).hasMessageContaining("row 1");
        assertThatThrownBy(() -> a.crossEntropy(new int[] {0})).hasMessageContaining("1 labels");
        assertThatThrownBy(() -> a.convolve1d(b, 1, 0)).hasMessageContaining("3 axes");
        assertThatThrownBy(() -> Tensor.zeros(1, 1, 2).convolve1d(Tensor.zeros(1, 1, 3), 1, 0))
                .hasMessageContaining("does not fit");
        assertThatThrownBy(() -> a.maxPool2d(2, 2)).hasMessageContaining("[batch, channel, height, width]");
        assertThatThrownBy(() -> Tensor.zeros(1, 1, 2, 2).maxPool2d(2, 0)).hasMessageContaining("positive");
        assertThatThrownBy(() -> a.dropout(1, new SplittableRandom(1))).hasMessageContaining("[0, 1)");
        assertThatThrownBy(() -> Tensor.of(new double[] {1}, 2)).hasMessageContaining("expected 2");
        assertThatThrownBy(() -> Tensor.zeros(0)).hasMessageContaining("1 or more");
        assertThatThrownBy(a::value).isInstanceOf(IllegalStateException.class);
    }
}
