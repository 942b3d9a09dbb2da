package org.industrialmind.torch.nn;

import static org.industrialmind.torch.nn.FoundationsTwin.create;
import static org.industrialmind.torch.nn.FoundationsTwin.requireClose;
import static org.industrialmind.torch.nn.FoundationsTwin.toArray;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.TransformerEncoderLayerImpl;
import org.bytedeco.pytorch.TransformerEncoderLayerOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.industrialmind.foundations.neural.Activation;
import org.industrialmind.foundations.neural.BatchNorm;
import org.industrialmind.foundations.neural.Convolution1d;
import org.industrialmind.foundations.neural.Convolution2d;
import org.industrialmind.foundations.neural.Dense;
import org.industrialmind.foundations.neural.FeedForward;
import org.industrialmind.foundations.neural.Gru;
import org.industrialmind.foundations.neural.LayerNorm;
import org.industrialmind.foundations.neural.Lstm;
import org.industrialmind.foundations.neural.MultiHeadAttention;
import org.industrialmind.foundations.neural.Pass;
import org.industrialmind.foundations.neural.Residual;
import org.industrialmind.foundations.neural.SimpleRecurrence;
import org.industrialmind.foundations.neural.TransformerEncoderBlock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our layers against libtorch's: the same weights, the same input, the same output and gradients. */
class FoundationsTwinTest {
    private static final Pass ASKING = Pass.asking();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dense(long seed) {
        new FoundationsTwin(seed, shape(4, 5), shape(5, 3), shape(3))
                .agree(
                        in -> new Dense(in.get(1), in.get(2)).forward(in.get(0), ASKING),
                        in -> torch.linear(in.get(0), in.get(1).t(), in.get(2)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void convolutions(long seed) {
        for (int stride = 1; stride <= 2; stride++) {
            int s = stride;
            new FoundationsTwin(seed, shape(2, 3, 11), shape(4, 3, 5), shape(4))
                    .agree(
                            in -> new Convolution1d(in.get(1), in.get(2), s, 2).forward(in.get(0), ASKING),
                            in -> torch.conv1d(in.get(0), in.get(1), some(in.get(2)), of(s), of(2), of(1), 1));
            new FoundationsTwin(seed, shape(2, 3, 7, 8), shape(4, 3, 3, 2), shape(4))
                    .agree(
                            in -> new Convolution2d(in.get(1), in.get(2), s, 1).forward(in.get(0), ASKING),
                            in -> torch.conv2d(in.get(0), in.get(1), some(in.get(2)), of(s, s), of(1, 1), of(1, 1), 1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void simple_recurrence(long seed) {
        new FoundationsTwin(seed, shape(3, 6, 4), shape(4, 5), shape(5, 5), shape(5))
                .agree(
                        in -> new SimpleRecurrence(in.get(1), in.get(2), in.get(3)).forward(in.get(0), ASKING),
                        in -> torch.rnn_tanh(
                                        in.get(0),
                                        create(new double[15], 1, 3, 5),
                                        new TensorVector(
                                                in.get(1).t(), in.get(2).t(), in.get(3), create(new double[5], 5)),
                                        true,
                                        1,
                                        0,
                                        true,
                                        false,
                                        true)
                                .get0());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lstm(long seed) {
        new FoundationsTwin(seed, shape(3, 6, 4), shape(4, 20), shape(5, 20), shape(20))
                .agree(
                        in -> new Lstm(in.get(1), in.get(2), in.get(3)).forward(in.get(0), ASKING),
                        in -> torch.lstm(
                                        in.get(0),
                                        new TensorVector(
                                                create(new double[15], 1, 3, 5), create(new double[15], 1, 3, 5)),
                                        new TensorVector(
                                                in.get(1).t(), in.get(2).t(), in.get(3), create(new double[20], 20)),
                                        true,
                                        1,
                                        0,
                                        true,
                                        false,
                                        true)
                                .get0());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void gru(long seed) {
        new FoundationsTwin(seed, shape(3, 6, 4), shape(4, 15), shape(5, 15), shape(15), shape(15))
                .agree(
                        in -> new Gru(in.get(1), in.get(2), in.get(3), in.get(4)).forward(in.get(0), ASKING),
                        in -> torch.gru(
                                        in.get(0),
                                        create(new double[15], 1, 3, 5),
                                        new TensorVector(
                                                in.get(1).t(), in.get(2).t(), in.get(3), in.get(4)),
                                        true,
                                        1,
                                        0,
                                        true,
                                        false,
                                        true)
                                .get0());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void layer_norm(long seed) {
        new FoundationsTwin(seed, shape(3, 4, 6), shape(6), shape(6))
                .agree(
                        in -> new LayerNorm(in.get(1), in.get(2), 1e-5).forward(in.get(0), ASKING),
                        in -> torch.layer_norm(in.get(0), of(6), some(in.get(1)), some(in.get(2)), 1e-5, false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void batch_norm(long seed) {
        for (boolean training : new boolean[] {true, false}) {
            double[] means = {0.1, -0.2, 0.3};
            double[] variances = {0.5, 1, 2};
            BatchNormTwin ours = new BatchNormTwin(means, variances);
            double[][] running = new double[2][];
            new FoundationsTwin(seed, shape(4, 3, 5), shape(3), shape(3))
                    .agree(
                            in -> ours.layer(in)
                                    .forward(in.get(0), training ? Pass.training(new SplittableRandom(1)) : ASKING),
                            in -> {
                                Tensor mean = create(means, 3);
                                Tensor variance = create(variances, 3);
                                Tensor output = torch.batch_norm(
                                        in.get(0),
                                        some(in.get(1)),
                                        some(in.get(2)),
                                        some(mean),
                                        some(variance),
                                        training,
                                        0.1,
                                        1e-5,
                                        false);
                                running[0] = toArray(mean);
                                running[1] = toArray(variance);
                                return output;
                            });
            requireClose("running means", ours.means.values(), running[0]);
            requireClose("running variances", ours.variances.values(), running[1]);
        }
    }

    private record BatchNormTwin(
            org.industrialmind.foundations.autograd.Tensor means,
            org.industrialmind.foundations.autograd.Tensor variances) {
        BatchNormTwin(double[] means, double[] variances) {
            this(
                    org.industrialmind.foundations.autograd.Tensor.of(means, 3),
                    org.industrialmind.foundations.autograd.Tensor.of(variances, 3));
        }

        BatchNorm layer(List<org.industrialmind.foundations.autograd.Tensor> in) {
            return new BatchNorm(in.get(1), in.get(2), means, variances, 1e-5, 0.1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void attention(long seed) {
        int[] square = shape(6, 6);
        int[] six = shape(6);
        for (boolean causal : new boolean[] {false, true}) {
            new FoundationsTwin(seed, shape(2, 5, 6), square, six, square, six, square, six, square, six)
                    .agree(
                            in -> new MultiHeadAttention(
                                            new Dense(in.get(1), in.get(2)),
                                            new Dense(in.get(3), in.get(4)),
                                            new Dense(in.get(5), in.get(6)),
                                            new Dense(in.get(7), in.get(8)),
                                            2,
                                            0)
                                    .forward(in.get(0), in.get(0), causal, ASKING),
                            in -> {
                                Tensor looked = torch.scaled_dot_product_attention(
                                        heads(in, 1),
                                        heads(in, 3),
                                        heads(in, 5),
                                        new TensorOptional(),
                                        0,
                                        causal,
                                        new DoubleOptional(),
                                        false);
                                Tensor joined = looked.transpose(1, 2).reshape(2, 5, 6);
                                return torch.linear(joined, in.get(7).t(), in.get(8));
                            });
        }
    }

    private static Tensor heads(List<Tensor> in, int at) {
        Tensor projected = torch.linear(in.get(0), in.get(at).t(), in.get(at + 1));
        return projected.reshape(2, 5, 2, 3).transpose(1, 2);
    }

    /** libtorch's own module, with its own names and its own layout: time first, weights transposed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void transformer_encoder_layer(long seed) {
        int time = 5;
        int batch = 2;
        double[] x = new Random(seed)
                .doubles((long) time * batch * EncoderTwin.WIDTH, -1, 1)
                .toArray();
        double[] weights = new Random(seed + 100).doubles(x.length, -1, 1).toArray();
        Map<String, double[]> values = new HashMap<>();
        Map<String, double[]> gradients = new HashMap<>();
        double[] expected = Engine.shared().call(seed, () -> {
            try (TorchScope scope = TorchScope.open()) {
                TransformerEncoderLayerOptions options = new TransformerEncoderLayerOptions(EncoderTwin.WIDTH, 2);
                options.dim_feedforward().put(EncoderTwin.INNER);
                options.dropout().put(0);
                TransformerEncoderLayerImpl module = new TransformerEncoderLayerImpl(options);
                module.to(ScalarType.Double, false);
                Tensor output = module.forward(create(x, time, batch, EncoderTwin.WIDTH));
                output.mul(create(weights, time, batch, EncoderTwin.WIDTH))
                        .sum()
                        .backward();
                StringTensorDict parameters = module.named_parameters();
                for (long i = 0; i < parameters.size(); i++) {
                    String name = parameters.get(i).key().getString();
                    values.put(name, toArray(parameters.get(i).value()));
                    gradients.put(name, toArray(parameters.get(i).value().grad()));
                }
                return toArray(output);
            }
        });
        EncoderTwin twin = new EncoderTwin(values);
        var input = org.industrialmind.foundations.autograd.Tensor.of(x, time, batch, EncoderTwin.WIDTH);
        var output = twin.block().forward(input.permuted(1, 0, 2), ASKING).permuted(1, 0, 2);
        requireClose("output", output.values(), expected);
        output.times(org.industrialmind.foundations.autograd.Tensor.of(weights, time, batch, EncoderTwin.WIDTH))
                .sum()
                .backward();
        twin.requireGradients(gradients);
    }

    /** Our block with the weights of libtorch's module. */
    private static final class EncoderTwin {
        static final int WIDTH = 6;
        static final int INNER = 10;

        private final Map<String, double[]> values;
        private final Map<String, org.industrialmind.foundations.autograd.Tensor> ours = new HashMap<>();

        EncoderTwin(Map<String, double[]> values) {
            this.values = values;
            projections("self_attn.in_proj", 3 * WIDTH, WIDTH);
            projections("self_attn.out_proj.", WIDTH, WIDTH);
            projections("linear1.", INNER, WIDTH);
            projections("linear2.", WIDTH, INNER);
            for (String name : List.of("norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias")) {
                vector(name);
            }
        }

        private void projections(String name, int outputs, int inputs) {
            boolean joined = name.endsWith("proj");
            String weight = name + (joined ? "_weight" : "weight");
            ours.put(
                    weight,
                    org.industrialmind.foundations.autograd.Tensor.parameter(
                            values.getOrDefault(weight, new double[0]), outputs, inputs));
            vector(name + (joined ? "_bias" : "bias"));
        }

        private void vector(String name) {
            double[] known = values.getOrDefault(name, new double[0]);
            ours.put(name, org.industrialmind.foundations.autograd.Tensor.parameter(known, known.length));
        }

        private org.industrialmind.foundations.autograd.Tensor get(String name) {
            return Objects.requireNonNull(ours.get(name), name);
        }

        private Dense dense(String name) {
            return new Dense(get(name + "weight").transposed(), get(name + "bias"));
        }

        /** Queries, keys and values lie one below the other in one matrix. */
        private Dense part(int i) {
            return new Dense(
                    get("self_attn.in_proj_weight")
                            .slice(0, i * WIDTH, (i + 1) * WIDTH)
                            .transposed(),
                    get("self_attn.in_proj_bias").slice(0, i * WIDTH, (i + 1) * WIDTH));
        }

        TransformerEncoderBlock block() {
            MultiHeadAttention attention =
                    new MultiHeadAttention(part(0), part(1), part(2), dense("self_attn.out_proj."), 2, 0);
            return new TransformerEncoderBlock(
                    attention,
                    new LayerNorm(get("norm1.weight"), get("norm1.bias"), 1e-5),
                    new FeedForward(dense("linear1."), Activation.RELU, dense("linear2."), 0),
                    new LayerNorm(get("norm2.weight"), get("norm2.bias"), 1e-5),
                    Residual.NORM_LAST,
                    false,
                    0);
        }

        void requireGradients(Map<String, double[]> gradients) {
            List<String> names = new ArrayList<>(gradients.keySet());
            for (String name : names) {
                requireClose("gradient of " + name, get(name).gradient(), gradients.getOrDefault(name, new double[0]));
            }
        }
    }

    private static int[] shape(int... lengths) {
        return lengths;
    }

    private static long[] of(long... sizes) {
        return sizes;
    }

    private static TensorOptional some(Tensor tensor) {
        return new TensorOptional(tensor);
    }
}
