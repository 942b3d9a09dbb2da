package org.industrialmind.torch.onnx;

import java.util.List;
import java.util.stream.LongStream;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.torch.nn.LayerSpec;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.StateDict;

/**
 * Writes a network as an ONNX model: one input {@code input}, one output {@code output}, both of 32-bit floats with a
 * symbolic first dimension {@code batch}.
 *
 * <p>Each layer record becomes one node, named by its position, and each learned parameter one initializer, named as in
 * the state dictionary; so a reader who opens the file in a viewer finds the records again. The field numbers are those of
 * {@code onnx.proto}; the operator set is 17 and the file version 8, the oldest pair with all we use, which every runtime
 * of the last years accepts.
 *
 * @see "ONNX, Open Neural Network Exchange intermediate representation specification, IR version 8"
 */
public final class OnnxWriter {
    static final String INPUT = "input";
    static final String OUTPUT = "output";

    private static final long FILE_VERSION = 8;
    private static final long OPERATOR_SET = 17;
    private static final long FLOAT = 1;
    private static final long INT64 = 7;

    private final NetworkSpec spec;
    private final StateDict state;
    private final Protobuf graph = new Protobuf();

    private OnnxWriter(NetworkSpec spec, StateDict state) {
        this.spec = spec;
        this.state = state;
    }

    /**
     * Returns the bytes of the ONNX file.
     *
     * @throws IllegalArgumentException if a parameter is missing
     */
    public static byte[] write(NetworkSpec spec, StateDict state) {
        return new OnnxWriter(spec, state).model().toBytes();
    }

    private Protobuf model() {
        for (int layer = 0; layer < spec.layers().size(); layer++) {
            graph.message(1, node(layer, spec.layers().get(layer)));
        }
        graph.text(2, "network");
        graph.message(11, value(INPUT, spec.inputShape()));
        graph.message(12, value(OUTPUT, spec.outputShape()));
        return new Protobuf()
                .number(1, FILE_VERSION)
                .text(2, "IndustrialMind")
                .message(7, graph)
                .message(8, new Protobuf().text(1, "").number(2, OPERATOR_SET));
    }

    private Protobuf node(int layer, LayerSpec spec) {
        return switch (spec) {
            case LayerSpec.Dense ignored -> dense(layer);
            case LayerSpec.Conv1d conv -> conv(layer, conv);
            case LayerSpec.ConvTranspose1d conv -> convTranspose(layer, conv);
            case LayerSpec.Activation activation -> activation(layer, activation);
            case LayerSpec.Flatten ignored -> flatten(layer);
            case LayerSpec.Unflatten unflatten -> unflatten(layer, unflatten);
        };
    }

    /** Returns {@code y = x W' + b}; libtorch keeps W as [outputs, inputs], hence the transposition. */
    private Protobuf dense(int layer) {
        return node(layer, "Gemm", parameter(layer, "weight"), parameter(layer, "bias"))
                .message(5, number("transB", 1));
    }

    private Protobuf conv(int layer, LayerSpec.Conv1d conv) {
        return node(layer, "Conv", parameter(layer, "weight"), parameter(layer, "bias"))
                .message(5, numbers("kernel_shape", conv.kernel()))
                .message(5, numbers("strides", conv.stride()))
                .message(5, numbers("pads", conv.padding(), conv.padding()));
    }

    private Protobuf convTranspose(int layer, LayerSpec.ConvTranspose1d conv) {
        return node(layer, "ConvTranspose", parameter(layer, "weight"), parameter(layer, "bias"))
                .message(5, numbers("kernel_shape", conv.kernel()))
                .message(5, numbers("strides", conv.stride()))
                .message(5, numbers("pads", conv.padding(), conv.padding()))
                .message(5, numbers("output_padding", conv.extra()));
    }

    private Protobuf activation(int layer, LayerSpec.Activation activation) {
        return node(
                layer,
                switch (activation.function()) {
                    case RELU -> "Relu";
                    case TANH -> "Tanh";
                });
    }

    private Protobuf flatten(int layer) {
        return node(layer, "Flatten").message(5, number("axis", 1));
    }

    private Protobuf unflatten(int layer, LayerSpec.Unflatten unflatten) {
        long[] shape = {0, unflatten.channels(), unflatten.time()}; // 0: the batch dimension as it comes
        String name = layer + ".shape";
        graph.message(5, tensor(name, INT64, List.of((long) shape.length), Protobuf.raw(shape)));
        return node(layer, "Reshape", name);
    }

    /** Starts the node of a layer: it reads the value before it and then the given initializers. */
    private Protobuf node(int layer, String operator, String... initializers) {
        Protobuf node = new Protobuf().text(1, layer == 0 ? INPUT : "value" + layer);
        for (String initializer : initializers) {
            node.text(1, initializer);
        }
        boolean last = layer == spec.layers().size() - 1;
        return node.text(2, last ? OUTPUT : "value" + (layer + 1))
                .text(3, "layer" + layer)
                .text(4, operator);
    }

    /** Adds the learned parameter to the graph and returns its name. */
    private String parameter(int layer, String parameter) {
        String name = StateDict.name(layer, parameter);
        Tensor found = state.get(name);
        graph.message(5, tensor(name, FLOAT, found.shape(), Protobuf.raw(found.floats())));
        return name;
    }

    private static Protobuf tensor(String name, long type, List<Long> shape, byte[] raw) {
        Protobuf tensor = new Protobuf();
        shape.forEach(size -> tensor.number(1, size));
        return tensor.number(2, type).text(8, name).bytes(9, raw);
    }

    private static Protobuf value(String name, List<Integer> shape) {
        Protobuf dimensions = new Protobuf().message(1, new Protobuf().text(2, "batch"));
        shape.forEach(size -> dimensions.message(1, new Protobuf().number(1, size)));
        Protobuf type = new Protobuf().number(1, FLOAT).message(2, dimensions);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, type));
    }

    private static Protobuf number(String name, long value) {
        return new Protobuf().text(1, name).number(3, value).number(20, 2); // 2: INT
    }

    private static Protobuf numbers(String name, long... values) {
        Protobuf attribute = new Protobuf().text(1, name);
        LongStream.of(values).forEach(value -> attribute.number(8, value));
        return attribute.number(20, 7); // 7: INTS
    }
}
