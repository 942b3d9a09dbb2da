package org.industrialmind.foundations.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.industrialmind.foundations.autograd.GradientProof.shape;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.autograd.GradientProof;
import org.industrialmind.foundations.autograd.Shape;
import org.industrialmind.foundations.autograd.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient of each layer with respect to its input and to all it learns, and what each layer promises. */
class LayersTest {
    private static final Pass ASKING = Pass.asking();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dense_and_convolutions(long seed) {
        GradientProof.of(shape(4, 3), shape(3, 2), shape(2))
                .holds(seed, in -> new Dense(in.get(1), in.get(2)).forward(in.get(0), ASKING));
        GradientProof.of(shape(2, 2, 6), shape(3, 2, 3), shape(3))
                .holds(seed, in -> new Convolution1d(in.get(1), in.get(2), 2, 1).forward(in.get(0), ASKING));
        GradientProof.of(shape(2, 2, 4, 5), shape(3, 2, 2, 3), shape(3))
                .holds(seed, in -> new Convolution2d(in.get(1), in.get(2), 1, 1).forward(in.get(0), ASKING));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void recurrences(long seed) {
        int[] x = shape(2, 4, 3);
        GradientProof.of(x, shape(3, 2), shape(2, 2), shape(2))
                .holds(seed, in -> new SimpleRecurrence(in.get(1), in.get(2), in.get(3)).forward(in.get(0), ASKING));
        GradientProof.of(x, shape(3, 8), shape(2, 8), shape(8))
                .holds(seed, in -> new Lstm(in.get(1), in.get(2), in.get(3)).forward(in.get(0), ASKING));
        GradientProof.of(x, shape(3, 6), shape(2, 6), shape(6), shape(6))
                .holds(seed, in -> new Gru(in.get(1), in.get(2), in.get(3), in.get(4)).forward(in.get(0), ASKING));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void norms(long seed) {
        GradientProof.of(shape(3, 4), shape(4), shape(4))
                .holds(seed, in -> new LayerNorm(in.get(1), in.get(2), 1e-5).forward(in.get(0), ASKING));
        for (Pass pass : List.of(ASKING, Pass.training(new SplittableRandom(seed)))) {
            GradientProof.of(shape(3, 2, 4), shape(2), shape(2)).holds(seed, in -> {
                Tensor means = Tensor.of(new double[] {0.1, -0.2}, 2);
                Tensor variances = Tensor.of(new double[] {1, 2}, 2);
                return new BatchNorm(in.get(1), in.get(2), means, variances, 1e-5, 0.1).forward(in.get(0), pass);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void attention(long seed) {
        int[] square = shape(4, 4);
        int[] four = shape(4);
        for (boolean causal : new boolean[] {false, true}) {
            GradientProof.of(shape(2, 3, 4), shape(2, 5, 4), square, four, square, four, square, four, square, four)
                    .between(-1, 1)
                    .holds(seed, in -> attention(in, 2).forward(in.get(0), in.get(1), causal, ASKING));
        }
    }

    private static MultiHeadAttention attention(List<Tensor> in, int from) {
        return new MultiHeadAttention(
                new Dense(in.get(from), in.get(from + 1)),
                new Dense(in.get(from + 2), in.get(from + 3)),
                new Dense(in.get(from + 4), in.get(from + 5)),
                new Dense(in.get(from + 6), in.get(from + 7)),
                2,
                0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void transformer_blocks(long seed) {
        // with respect to the inputs; the parameters' gradients pass through the parts proven above
        for (Residual residual : Residual.values()) {
            SplittableRandom random = new SplittableRandom(seed);
            TransformerEncoderBlock drawn = TransformerEncoderBlock.of(4, 2, true, 0, random);
            TransformerEncoderBlock encoder = new TransformerEncoderBlock(
                    drawn.attention(),
                    drawn.attentionNorm(),
                    drawn.feedForward(),
                    drawn.feedForwardNorm(),
                    residual,
                    true,
                    0);
            GradientProof.of(shape(2, 3, 4)).holds(seed, in -> encoder.forward(in.get(0), ASKING));
        }
        TransformerDecoderBlock decoder = TransformerDecoderBlock.of(4, 2, 0, new SplittableRandom(seed));
        GradientProof.of(shape(2, 3, 4), shape(2, 5, 4))
                .holds(seed, in -> decoder.forward(in.get(0), in.get(1), ASKING));
        assertThat(decoder.state()).containsKeys("own.query.weights", "otherNorm.shift", "feedForward.narrow.bias");
    }

    @Test
    void a_dense_layer_is_a_matrix_and_a_shift() {
        Dense dense = new Dense(Tensor.of(new double[] {1, 2, 3, 4}, 2, 2), Tensor.of(new double[] {10, 20}, 2));
        assertThat(dense.forward(Tensor.of(new double[] {1, 1}, 1, 2), ASKING).values())
                .containsExactly(14, 26);
    }

    @Test
    void an_lstm_with_open_gates_adds_up_what_comes_in() {
        // huge biases open all gates; the news are tanh(x), so the cell is their sum
        double[] input = {0, 0, 1, 0};
        double[] bias = {100, 100, 0, 100};
        Lstm lstm = new Lstm(Tensor.of(input, 1, 4), Tensor.zeros(1, 4), Tensor.of(bias, 4));
        double[] h =
                lstm.forward(Tensor.of(new double[] {1, 2, 3}, 1, 3, 1), ASKING).values();
        double sum = Math.tanh(1) + Math.tanh(2);
        assertThat(h[1]).isCloseTo(Math.tanh(sum), within(1e-12));
        assertThat(h[2]).isCloseTo(Math.tanh(sum + Math.tanh(3)), within(1e-12));
        assertThat(lstm.hidden()).isEqualTo(1);
    }

    @Test
    void a_gru_that_keeps_everything_stays_at_zero() {
        double[] bias = {0, 100, 0};
        Gru gru = new Gru(
                Tensor.of(new double[] {1, 0, 1}, 1, 3), Tensor.zeros(1, 3), Tensor.of(bias, 3), Tensor.zeros(3));
        assertThat(gru.forward(Tensor.of(new double[] {5, -5}, 1, 2, 1), ASKING).values())
                .containsExactly(new double[] {0, 0}, within(1e-12));
        assertThat(gru.hidden()).isEqualTo(1);
    }

    @Test
    void causal_attention_cannot_see_ahead() {
        SplittableRandom random = new SplittableRandom(3);
        MultiHeadAttention attention = MultiHeadAttention.of(4, 2, 0.5, random);
        double[] values = random.doubles(5 * 4, -1, 1).toArray();
        double[] before = causal(attention, values);
        values[4 * 4] += 1; // the last step
        double[] after = causal(attention, values);
        assertThat(Arrays.copyOf(after, 16)).containsExactly(Arrays.copyOf(before, 16));
        assertThat(after[17]).isNotEqualTo(before[17]);
    }

    private static double[] causal(MultiHeadAttention attention, double[] values) {
        Tensor steps = Tensor.of(values, 1, 5, 4);
        return attention.forward(steps, steps, true, ASKING).values();
    }

    @Test
    void a_shift_in_time_turns_each_pair_of_waves_by_the_same_angle() {
        double[] waves =
                new PositionalEncoding(4).forward(Tensor.zeros(1, 8, 4), ASKING).values();
        double product = waves[4] * waves[12] + waves[5] * waves[13]; // steps 1 and 3
        assertThat(waves[20] * waves[28] + waves[21] * waves[29]).isCloseTo(product, within(1e-12)); // 5 and 7
        assertThat(product).isCloseTo(Math.cos(2), within(1e-12));
        assertThatThrownBy(() -> new PositionalEncoding(3)).hasMessageContaining("even");
    }

    @Test
    void a_batch_norm_asks_its_running_moments() {
        BatchNorm norm = BatchNorm.of(1);
        Tensor batch = Tensor.of(new double[] {1, 3}, 2, 1);
        Pass training = Pass.training(new SplittableRandom(1));
        assertThat(norm.forward(batch, training).values()).containsExactly(new double[] {-1, 1}, within(1e-5));
        assertThat(norm.means().values()).containsExactly(new double[] {0.2}, within(1e-12));
        assertThat(norm.variances().values()).containsExactly(new double[] {0.9 + 0.1 * 2}, within(1e-12));
        double alone = norm.forward(Tensor.of(new double[] {1}, 1, 1), ASKING).value();
        assertThat(alone).isCloseTo((1 - 0.2) / Math.sqrt(1.1 + 1e-5), within(1e-12));
        assertThatThrownBy(() -> norm.forward(Tensor.of(new double[] {1}, 1, 1), training))
                .hasMessageContaining("two or more");
        assertThat(norm.parameters()).hasSize(2);
        assertThat(norm.state()).hasSize(4);
    }

    @Test
    void dropout_acts_in_training_only() {
        Stateless.Dropout dropout = new Stateless.Dropout(0.5);
        Tensor ones = Tensor.zeros(100).plus(1);
        assertThat(dropout.forward(ones, ASKING).values()).containsOnly(1);
        assertThat(dropout.forward(ones, Pass.training(new SplittableRandom(1))).values())
                .contains(0, 2);
        assertThatThrownBy(() -> new Stateless.Dropout(1)).hasMessageContaining("share");
    }

    @Test
    void shapes_pass_through_an_image_network_as_announced() {
        SplittableRandom random = new SplittableRandom(1);
        Sequential network = Sequential.of(
                new Stateless.AsImages(1, 8, 8),
                Convolution2d.of(1, 4, 3, random),
                Activation.RELU,
                new Stateless.MaxPool2d(2, 2),
                new Stateless.Flatten(),
                Dense.of(4 * 4 * 4, 3, Initialiser.XAVIER, random));
        assertThat(network.forward(Tensor.zeros(5, 64), ASKING).shape()).isEqualTo(Shape.of(5, 3));
        assertThat(network.state().keySet()).containsExactly("1.filters", "1.bias", "5.weights", "5.bias");
        Sequential signal = Sequential.of(
                Convolution1d.of(2, 4, 5, random),
                Activation.SIGMOID,
                new Stateless.MaxPool1d(2, 2),
                new Stateless.MeanOverPlaces());
        assertThat(signal.forward(Tensor.zeros(3, 2, 10), ASKING).shape()).isEqualTo(Shape.of(3, 4));
        assertThat(new Stateless.LastStep()
                        .forward(Tensor.zeros(3, 7, 2), ASKING)
                        .shape())
                .isEqualTo(Shape.of(3, 2));
    }

    @Test
    void what_does_not_fit_is_refused() {
        SplittableRandom random = new SplittableRandom(1);
        assertThatThrownBy(() -> new Dense(Tensor.zeros(2, 3), Tensor.zeros(2))).hasMessageContaining("biases");
        assertThatThrownBy(() -> new Lstm(Tensor.zeros(2, 3), Tensor.zeros(2, 8), Tensor.zeros(8)))
                .hasMessageContaining("input weights");
        assertThatThrownBy(() -> MultiHeadAttention.of(5, 2, 0, random)).hasMessageContaining("multiple");
        assertThatThrownBy(() -> Embedding.of(3, 2, random).forward(new int[] {1}, new int[] {1, 2}))
                .hasMessageContaining("same length");
        assertThatThrownBy(() -> Lstm.of(2, 3, random).forward(Tensor.zeros(2, 2), ASKING))
                .hasMessageContaining("3 axes");
    }
}
