package org.industrialmind.torch.onnx;

import static org.industrialmind.torch.onnx.OnnxGraph.number;
import static org.industrialmind.torch.onnx.OnnxGraph.numbers;
import static org.industrialmind.torch.onnx.OnnxGraph.real;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.industrialmind.torch.nn.LayerSpec;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.ParameterSpec;
import org.industrialmind.torch.nn.StateDict;
import org.industrialmind.torch.onnx.LearnedTensor.Piece;

/**
 * Writes a network as an ONNX model: one input {@code input}, one output {@code output}, both of 32-bit floats with a
 * symbolic first dimension {@code batch}.
 *
 * <p>Each layer record becomes one node or a few, named by its position, and each learned parameter one initializer, named as
 * in the state dictionary; so a reader who opens the file in a viewer finds the records again. The operator set is 17 and
 * the file version 8, the oldest pair with all we use, which every runtime of the last years accepts.
 *
 * @see "ONNX, Open Neural Network Exchange intermediate representation specification, IR version 8"
 */
public final class OnnxWriter {
    static final String INPUT = "input";
    static final String OUTPUT = "output";

    private static final long FILE_VERSION = 8;
    private static final long OPERATOR_SET = 17;

    private final NetworkSpec spec;
    private final Map<String, ParameterSpec> parameters = new HashMap<>();
    private final List<LearnedTensor> learned = new ArrayList<>();
    private final OnnxGraph graph = new OnnxGraph();

    private OnnxWriter(NetworkSpec spec) {
        this.spec = spec;
        spec.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter));
        String last =
                row("", spec.layers(), new Value(INPUT, spec.inputShape())).name();
        graph.node(OUTPUT, "Identity", List.of(last));
    }

    /**
     * Returns the bytes of the ONNX file.
     *
     * @throws IllegalArgumentException if a parameter is missing or has another shape
     */
    public static byte[] write(NetworkSpec spec, StateDict state) {
        spec.parameters().forEach(state::values); // refuses what the layers do not fit
        OnnxWriter writer = new OnnxWriter(spec);
        for (LearnedTensor tensor : writer.learned) {
            writer.graph.floats(tensor.name(), tensor.shape(), tensor.of(state));
        }
        return writer.bytes();
    }

    /** Returns a writer of the layers alone, whose learned tensors are further inputs of the graph. */
    static OnnxWriter withoutWeights(NetworkSpec spec) {
        OnnxWriter writer = new OnnxWriter(spec);
        writer.learned.forEach(tensor -> writer.graph.input(tensor.name(), tensor.shape()));
        return writer;
    }

    /** Returns the learned tensors of the graph. */
    List<LearnedTensor> learned() {
        return List.copyOf(learned);
    }

    byte[] bytes() {
        return new Protobuf()
                .number(1, FILE_VERSION)
                .text(2, "IndustrialMind")
                .message(7, graph.from(INPUT, spec.inputShape(), OUTPUT, spec.outputShape()))
                .message(8, new Protobuf().text(1, "").number(2, OPERATOR_SET))
                .toBytes();
    }

    /** A value of the graph; the shape is that of one example. */
    private record Value(String name, List<Integer> shape) {
        int rank() {
            return shape.size() + 1;
        }
    }

    private Value row(String path, List<LayerSpec> layers, Value input) {
        Value value = input;
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec layer = layers.get(i);
            List<Integer> shape = layer.outputShape(value.shape());
            value = new Value(layer(path + i + ".", layer, value), shape);
        }
        return value;
    }

    private String layer(String path, LayerSpec layer, Value in) {
        List<String> input = List.of(in.name());
        return switch (layer) {
            case LayerSpec.Dense ignored -> dense(path, path + "weight", path + "bias", in);
            case LayerSpec.Conv1d conv ->
                conv(
                        path,
                        "Conv",
                        in,
                        numbers("kernel_shape", conv.kernel()),
                        numbers("strides", conv.stride()),
                        numbers("pads", conv.padding(), conv.padding()));
            case LayerSpec.CausalConv1d conv ->
                conv(
                        path,
                        "Conv",
                        in,
                        numbers("kernel_shape", conv.kernel()),
                        numbers("dilations", conv.dilation()),
                        numbers("pads", conv.reach(), 0));
            case LayerSpec.ConvTranspose1d conv ->
                conv(
                        path,
                        "ConvTranspose",
                        in,
                        numbers("kernel_shape", conv.kernel()),
                        numbers("strides", conv.stride()),
                        numbers("pads", conv.padding(), conv.padding()),
                        numbers("output_padding", conv.extra()));
            case LayerSpec.Lstm lstm -> lstm(path, lstm, in);
            case LayerSpec.Attention attention -> attention(path, attention, in);
            case LayerSpec.LayerNorm ignored ->
                graph.node(
                        path + "norm",
                        "LayerNormalization",
                        List.of(in.name(), parameter(path + "weight"), parameter(path + "bias")),
                        real("epsilon", (float) LayerSpec.LayerNorm.EPSILON));
            case LayerSpec.Dropout ignored -> in.name(); // in use it does nothing
            case LayerSpec.Activation(LayerSpec.Activation.Function function) ->
                switch (function) {
                    case RELU -> graph.node(path + "relu", "Relu", input);
                    case TANH -> graph.node(path + "tanh", "Tanh", input);
                    case SIGMOID -> graph.node(path + "sigmoid", "Sigmoid", input);
                    case SOFTPLUS -> graph.node(path + "softplus", "Softplus", input);
                    case GELU -> gelu(path, in);
                };
            case LayerSpec.Residual(List<LayerSpec> layers, List<LayerSpec> shortcut) -> {
                String added = row(path, layers, in).name();
                String passing = row(path + "shortcut.", shortcut, in).name();
                yield graph.node(path + "sum", "Add", List.of(passing, added));
            }
            case LayerSpec.Branches(List<List<LayerSpec>> branches) -> {
                List<String> outputs = new ArrayList<>();
                for (int i = 0; i < branches.size(); i++) {
                    outputs.add(row(path + i + ".", branches.get(i), in).name());
                }
                yield graph.node(path + "joined", "Concat", outputs, number("axis", -1));
            }
            case LayerSpec.TakeLast() -> {
                String last = graph.longs(path + "index", List.of(), -1);
                yield graph.node(path + "last", "Gather", List.of(in.name(), last), number("axis", -2));
            }
            case LayerSpec.MeanOverTime() ->
                graph.node(path + "mean", "ReduceMean", input, numbers("axes", -2), number("keepdims", 0));
            case LayerSpec.Transpose(int one, int other) ->
                graph.node(path + "transposed", "Transpose", input, exchange(in.rank(), one + 1, other + 1));
            case LayerSpec.Patches(int length, int stride) -> {
                int count = (in.shape().getLast() - length) / stride + 1;
                String indices = graph.longs(path + "indices", List.of(count, length), steps(count, length, stride));
                yield graph.node(path + "patches", "Gather", List.of(in.name(), indices), number("axis", -1));
            }
            case LayerSpec.LearnedPositions ignored ->
                graph.node(path + "placed", "Add", List.of(in.name(), parameter(path + "weight")));
            case LayerSpec.SinusoidalPositions() -> {
                List<Integer> shape =
                        in.shape().subList(in.shape().size() - 2, in.shape().size());
                float[] values = LayerSpec.SinusoidalPositions.values(shape.getFirst(), shape.getLast());
                String positions = graph.floats(path + "positions", shape, values);
                yield graph.node(path + "placed", "Add", List.of(in.name(), positions));
            }
            case LayerSpec.GaussianSample() -> {
                String means = graph.longs(path + "to", in.shape().getFirst() / 2);
                String first = graph.longs(path + "from", 0);
                String axis = graph.longs(path + "axis", -1);
                yield graph.node(path + "mean", "Slice", List.of(in.name(), first, means, axis));
            }
            case LayerSpec.Flatten() -> graph.node(path + "flat", "Flatten", input, number("axis", 1));
            case LayerSpec.Unflatten(List<Integer> shape) ->
                graph.node(path + "shaped", "Reshape", List.of(in.name(), shape(path + "shape", shape)));
        };
    }

    /** Returns {@code y = x W' + b}; libtorch keeps W as [outputs, inputs], hence the transposition. */
    private String dense(String path, String weight, String bias, Value in) {
        if (in.shape().size() == 1) {
            return graph.node(
                    path + "dense",
                    "Gemm",
                    List.of(in.name(), parameter(weight), parameter(bias)),
                    number("transB", 1));
        }
        String turned = graph.node(path + "turned", "Transpose", List.of(parameter(weight)), numbers("perm", 1, 0));
        String product = graph.node(path + "product", "MatMul", List.of(in.name(), turned));
        return graph.node(path + "dense", "Add", List.of(product, parameter(bias)));
    }

    private String conv(String path, String operator, Value in, Protobuf... attributes) {
        List<String> inputs = List.of(in.name(), parameter(path + "weight"), parameter(path + "bias"));
        return graph.node(path + "conv", operator, inputs, attributes);
    }

    /** ONNX wants time first, the gates as input, output, forget, cell, and both biases in one row. */
    private String lstm(String path, LayerSpec.Lstm lstm, Value in) {
        int hidden = lstm.hidden();
        int inputs = lstm.inputs();
        List<Piece> bias = new ArrayList<>(gates(path + "bias_ih_l0", hidden));
        bias.addAll(gates(path + "bias_hh_l0", hidden));
        String timeFirst = graph.node(path + "timefirst", "Transpose", List.of(in.name()), numbers("perm", 1, 0, 2));
        String all = graph.node(
                path + "lstm",
                "LSTM",
                List.of(
                        timeFirst,
                        learned(
                                path + "weight_ih_l0",
                                List.of(1, 4 * hidden, inputs),
                                gates(path + "weight_ih_l0", hidden * inputs)),
                        learned(
                                path + "weight_hh_l0",
                                List.of(1, 4 * hidden, hidden),
                                gates(path + "weight_hh_l0", hidden * hidden)),
                        learned(path + "bias_l0", List.of(1, 8 * hidden), bias)),
                number("hidden_size", hidden)); // [time, 1, batch, hidden]
        String direction = graph.longs(path + "direction", 1);
        String steps = graph.node(path + "steps", "Squeeze", List.of(all, direction)); // [time, batch, hidden]
        return graph.node(path + "batchfirst", "Transpose", List.of(steps), numbers("perm", 1, 0, 2));
    }

    /** Brings the gates of libtorch (input, forget, cell, output) into the order of ONNX. */
    private static List<Piece> gates(String parameter, int each) {
        return IntStream.of(0, 3, 1, 2)
                .mapToObj(gate -> new Piece(parameter, gate * each, each))
                .toList();
    }

    private String attention(String path, LayerSpec.Attention attention, Value in) {
        int steps = in.shape().get(in.shape().size() - 2);
        int each = attention.width() / attention.heads();
        String projected = dense(path + "in.", path + "in_proj_weight", path + "in_proj_bias", in);
        String heads = graph.node(
                path + "heads",
                "Reshape",
                List.of(projected, shape(path + "split", List.of(steps, 3, attention.heads(), each))));
        String turned = graph.node(path + "parts", "Transpose", List.of(heads), numbers("perm", 2, 0, 3, 1, 4));
        String query = part(path, "query", turned, 0); // [batch ..., head, step, each]
        String key = part(path, "key", turned, 1);
        String value = part(path, "value", turned, 2);
        String keys = graph.node(path + "keys", "Transpose", List.of(key), numbers("perm", 0, 1, 3, 2));
        String products = graph.node(path + "products", "MatMul", List.of(query, keys));
        String scale = graph.floats(path + "scale", List.of(), (float) (1 / Math.sqrt(each)));
        String scores = graph.node(path + "scores", "Mul", List.of(products, scale));
        String looks = graph.node(path + "looks", "Softmax", List.of(scores), number("axis", -1));
        String taken = graph.node(path + "taken", "MatMul", List.of(looks, value));
        String stepFirst = graph.node(path + "stepfirst", "Transpose", List.of(taken), numbers("perm", 0, 2, 1, 3));
        String joined = graph.node(path + "joined", "Reshape", List.of(stepFirst, shape(path + "width", in.shape())));
        return dense(path + "out.", path + "out_proj.weight", path + "out_proj.bias", new Value(joined, in.shape()));
    }

    private String part(String path, String name, String parts, int index) {
        String which = graph.longs(path + name + "index", List.of(), index);
        return graph.node(path + name, "Gather", List.of(parts, which), number("axis", 0));
    }

    /** x (1 + erf(x / sqrt 2)) / 2, of which runtimes make one operation again; operator set 17 has no name for it. */
    private String gelu(String path, Value in) {
        String root = graph.floats(path + "root", List.of(), (float) Math.sqrt(2));
        String one = graph.floats(path + "one", List.of(), 1);
        String half = graph.floats(path + "half", List.of(), 0.5f);
        String scaled = graph.node(path + "scaled", "Div", List.of(in.name(), root));
        String erf = graph.node(path + "erf", "Erf", List.of(scaled));
        String share = graph.node(path + "share", "Add", List.of(erf, one));
        String twice = graph.node(path + "twice", "Mul", List.of(in.name(), share));
        return graph.node(path + "gelu", "Mul", List.of(twice, half));
    }

    private static Protobuf exchange(int rank, int one, int other) {
        long[] order = IntStream.range(0, rank)
                .mapToLong(axis -> axis == one ? other : axis == other ? one : axis)
                .toArray();
        return numbers("perm", order);
    }

    private static long[] steps(int count, int length, int stride) {
        return IntStream.range(0, count * length)
                .mapToLong(i -> (long) i / length * stride + i % length)
                .toArray();
    }

    /** Adds the shape of a batch of such examples. */
    private String shape(String name, List<Integer> example) {
        long[] shape = new long[example.size() + 1];
        shape[0] = -1; // the batch, whatever it is
        for (int i = 1; i < shape.length; i++) {
            shape[i] = example.get(i - 1);
        }
        return graph.longs(name, shape);
    }

    /** Takes a learned parameter into the graph as it is and returns its name. */
    private String parameter(String name) {
        ParameterSpec parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalStateException("the network " + spec + " has no parameter " + name);
        }
        return learned(name, parameter.shape(), List.of(new Piece(name, 0, parameter.size())));
    }

    private String learned(String name, List<Integer> shape, List<Piece> pieces) {
        learned.add(new LearnedTensor(name, shape, pieces));
        return name;
    }
}
