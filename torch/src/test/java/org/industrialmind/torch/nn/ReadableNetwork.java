package org.industrialmind.torch.nn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.industrialmind.foundations.autograd.Tensor;
import org.industrialmind.foundations.neural.Dense;
import org.industrialmind.foundations.neural.LayerNorm;
import org.industrialmind.foundations.neural.Lstm;
import org.industrialmind.foundations.neural.MultiHeadAttention;
import org.industrialmind.foundations.neural.Pass;

/**
 * A network in the foundations, made of the same records: the readable twin of the one on libtorch, in doubles. As it has no
 * random numbers in common with libtorch, dropout and sampling do what they do in use.
 */
public final class ReadableNetwork {
    private static final Pass ASKING = Pass.asking();

    private final NetworkSpec spec;
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();

    public ReadableNetwork(NetworkSpec spec, StateDict state) {
        this.spec = spec;
        for (ParameterSpec parameter : spec.parameters()) {
            int[] shape = parameter.shape().stream().mapToInt(size -> size).toArray();
            double[] values = doubles(state.values(parameter));
            parameters.put(parameter.name(), Tensor.parameter(values, shape));
        }
    }

    /** Returns the parameters by name, in the order of the specification. */
    Map<String, Tensor> parameters() {
        return parameters;
    }

    List<ParameterSpec> specs() {
        return spec.parameters();
    }

    /** Returns [rows, output shape...]. */
    public Tensor forward(float[] examples, int rows) {
        int[] shape = IntStream.concat(
                        IntStream.of(rows), spec.inputShape().stream().mapToInt(size -> size))
                .toArray();
        return row("", spec.layers(), Tensor.of(doubles(examples), shape));
    }

    private Tensor row(String path, List<LayerSpec> layers, Tensor input) {
        Tensor value = input;
        for (int i = 0; i < layers.size(); i++) {
            value = layer(path + i + ".", layers.get(i), value);
        }
        return value;
    }

    private Tensor layer(String path, LayerSpec layer, Tensor x) {
        return switch (layer) {
            case LayerSpec.Dense ignored ->
                dense(path + "weight", path + "bias").forward(x, ASKING);
            case LayerSpec.Conv1d conv ->
                x.convolve1d(get(path, "weight"), conv.stride(), conv.padding()).plus(column(path));
            case LayerSpec.CausalConv1d conv -> causal(path, conv, x).plus(column(path));
            case LayerSpec.ConvTranspose1d conv -> transposed(path, conv, x).plus(column(path));
            case LayerSpec.Lstm ignored -> {
                Tensor bias = get(path, "bias_ih_l0").plus(get(path, "bias_hh_l0"));
                Tensor fromInput = get(path, "weight_ih_l0").transposed();
                yield new Lstm(fromInput, get(path, "weight_hh_l0").transposed(), bias).forward(x, ASKING);
            }
            case LayerSpec.Attention(int width, int heads) -> attention(path, width, heads, x);
            case LayerSpec.LayerNorm ignored ->
                new LayerNorm(get(path, "weight"), get(path, "bias"), LayerSpec.LayerNorm.EPSILON).forward(x, ASKING);
            case LayerSpec.Dropout ignored -> x;
            case LayerSpec.Activation(LayerSpec.Activation.Function function) ->
                switch (function) {
                    case RELU -> x.relu();
                    case TANH -> x.tanh();
                    case SIGMOID -> x.sigmoid();
                    case GELU -> x.gelu();
                    case SOFTPLUS -> x.softplus();
                };
            case LayerSpec.Residual(List<LayerSpec> layers, List<LayerSpec> shortcut) ->
                row(path, layers, x).plus(row(path + "shortcut.", shortcut, x));
            case LayerSpec.Branches(List<List<LayerSpec>> branches) -> {
                List<Tensor> outputs = new ArrayList<>();
                for (int i = 0; i < branches.size(); i++) {
                    outputs.add(row(path + i + ".", branches.get(i), x));
                }
                yield Tensor.joined(x.shape().lengths().length - 1, outputs);
            }
            case LayerSpec.TakeLast() -> {
                int steps = x.shape().lengths().length - 2;
                yield x.at(steps, x.length(steps) - 1);
            }
            case LayerSpec.MeanOverTime() -> x.mean(x.shape().lengths().length - 2);
            case LayerSpec.Transpose(int one, int other) -> exchanged(x, one + 1, other + 1);
            case LayerSpec.Patches(int length, int stride) -> patches(x, length, stride);
            case LayerSpec.LearnedPositions ignored -> x.plus(get(path, "weight"));
            case LayerSpec.SinusoidalPositions() -> {
                int steps = x.length(-2);
                int width = x.length(-1);
                yield x.plus(Tensor.of(doubles(LayerSpec.SinusoidalPositions.values(steps, width)), steps, width));
            }
            case LayerSpec.GaussianSample() -> x.slice(1, 0, x.length(1) / 2);
            case LayerSpec.Flatten() -> x.reshaped(x.length(0), -1);
            case LayerSpec.Unflatten(List<Integer> shape) ->
                x.reshaped(IntStream.concat(
                                IntStream.of(x.length(0)), shape.stream().mapToInt(size -> size))
                        .toArray());
        };
    }

    private Dense dense(String weight, String bias) {
        return new Dense(get("", weight).transposed(), get("", bias));
    }

    private Tensor get(String path, String name) {
        return Objects.requireNonNull(parameters.get(path + name), path + name);
    }

    private Tensor column(String path) {
        return get(path, "bias").reshaped(-1, 1);
    }

    /** The taps one by one: y[t] = sum over k of w[k] x[t - (kernel - 1 - k) dilation]. */
    private Tensor causal(String path, LayerSpec.CausalConv1d conv, Tensor x) {
        int time = x.length(2);
        Tensor padded = beside(x, conv.reach(), 0).transposed(); // [batch, time, in]
        Tensor sum = Tensor.zeros(1);
        for (int k = 0; k < conv.kernel(); k++) {
            Tensor tap = get(path, "weight").at(2, k).transposed(); // [in, out]
            Tensor seen = padded.slice(1, k * conv.dilation(), k * conv.dilation() + time);
            sum = sum.plus(seen.matrixTimes(tap));
        }
        return sum.transposed();
    }

    /** Every input step lays a weighted kernel over the output, beginning at its own place. */
    private Tensor transposed(String path, LayerSpec.ConvTranspose1d conv, Tensor x) {
        int batch = x.length(0);
        int length = (x.length(2) - 1) * conv.stride() - 2 * conv.padding() + conv.kernel() + conv.extra();
        int room = length + 2 * conv.padding() + conv.kernel();
        Tensor sum = Tensor.zeros(batch, conv.outputs(), room);
        for (int t = 0; t < x.length(2); t++) {
            Tensor step = x.at(2, t); // [batch, in]
            Tensor laid = step.matrixTimes(get(path, "weight").reshaped(conv.inputs(), -1))
                    .reshaped(batch, conv.outputs(), conv.kernel());
            int from = t * conv.stride();
            sum = sum.plus(beside(laid, from, room - from - conv.kernel()));
        }
        return sum.slice(2, conv.padding(), conv.padding() + length);
    }

    /** Puts zeros before and behind, along time. */
    private static Tensor beside(Tensor x, int before, int behind) {
        List<Tensor> parts = new ArrayList<>();
        if (before > 0) {
            parts.add(Tensor.zeros(x.length(0), x.length(1), before));
        }
        parts.add(x);
        if (behind > 0) {
            parts.add(Tensor.zeros(x.length(0), x.length(1), behind));
        }
        return Tensor.joined(2, parts);
    }

    private Tensor attention(String path, int width, int heads, Tensor x) {
        Tensor weight = get(path, "in_proj_weight");
        Tensor bias = get(path, "in_proj_bias");
        List<Dense> projections = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            projections.add(new Dense(
                    weight.slice(0, i * width, (i + 1) * width).transposed(),
                    bias.slice(0, i * width, (i + 1) * width)));
        }
        MultiHeadAttention attention = new MultiHeadAttention(
                projections.get(0),
                projections.get(1),
                projections.get(2),
                dense(path + "out_proj.weight", path + "out_proj.bias"),
                heads,
                0);
        Tensor steps = x.reshaped(-1, x.length(-2), width);
        return attention.forward(steps, steps, false, ASKING).reshaped(x.shape().lengths());
    }

    private static Tensor patches(Tensor x, int length, int stride) {
        int time = x.shape().lengths().length - 1;
        List<Tensor> cut = new ArrayList<>();
        for (int from = 0; from + length <= x.length(-1); from += stride) {
            cut.add(x.slice(time, from, from + length));
        }
        return Tensor.stacked(time, cut);
    }

    private static Tensor exchanged(Tensor x, int one, int other) {
        int[] axes = IntStream.range(0, x.shape().lengths().length)
                .map(axis -> axis == one ? other : axis == other ? one : axis)
                .toArray();
        return x.permuted(axes);
    }

    static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
