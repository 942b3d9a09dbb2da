package org.industrialmind.torch.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The graph of an ONNX file being written: nodes in their order, and the tensors they need. The field numbers are those of
 * {@code onnx.proto}.
 */
final class OnnxGraph {
    private static final long FLOAT = 1;
    private static final long INT64 = 7;

    private final List<Protobuf> nodes = new ArrayList<>();
    private final List<Protobuf> tensors = new ArrayList<>();
    private final List<Protobuf> inputs = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /** Adds an operation on the named values and returns the name of what it gives, which is the node's own. */
    String node(String name, String operator, List<String> inputs, Protobuf... attributes) {
        return node(name, operator, inputs, List.of(name), attributes).getFirst();
    }

    List<String> node(String name, String operator, List<String> inputs, List<String> outputs, Protobuf... attributes) {
        Protobuf node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        outputs.forEach(output -> node.text(2, output));
        node.text(3, name).text(4, operator);
        for (Protobuf attribute : attributes) {
            node.message(5, attribute);
        }
        nodes.add(node);
        return outputs;
    }

    /** Adds a tensor that the file holds, once, and returns its name. */
    String floats(String name, List<? extends Number> shape, float... values) {
        return tensor(name, FLOAT, shape, Protobuf.raw(values));
    }

    String longs(String name, List<? extends Number> shape, long... values) {
        return tensor(name, INT64, shape, Protobuf.raw(values));
    }

    /** Adds whole numbers in a row, such as a shape. */
    String longs(String name, long... values) {
        return longs(name, List.of(values.length), values);
    }

    private String tensor(String name, long type, List<? extends Number> shape, byte[] raw) {
        if (names.add(name)) {
            Protobuf tensor = new Protobuf();
            shape.forEach(size -> tensor.number(1, size.longValue()));
            tensors.add(tensor.number(2, type).text(8, name).bytes(9, raw));
        }
        return name;
    }

    /** Adds a tensor of floats that is handed over with every run. */
    void input(String name, List<Integer> shape) {
        inputs.add(value(name, sizes(shape)));
    }

    /** Returns the graph from one value with a symbolic batch dimension to another. */
    Protobuf from(String input, List<Integer> inputShape, String output, List<Integer> outputShape) {
        Protobuf graph = new Protobuf();
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, "network");
        tensors.forEach(tensor -> graph.message(5, tensor));
        graph.message(11, value(input, batchOf(inputShape)));
        inputs.forEach(further -> graph.message(11, further));
        return graph.message(12, value(output, batchOf(outputShape)));
    }

    private static List<Protobuf> batchOf(List<Integer> shape) {
        List<Protobuf> dimensions = new ArrayList<>(List.of(new Protobuf().text(2, "batch")));
        dimensions.addAll(sizes(shape));
        return dimensions;
    }

    private static List<Protobuf> sizes(List<Integer> shape) {
        return shape.stream().map(size -> new Protobuf().number(1, size)).toList();
    }

    private static Protobuf value(String name, List<Protobuf> sizes) {
        Protobuf dimensions = new Protobuf();
        sizes.forEach(size -> dimensions.message(1, size));
        Protobuf type = new Protobuf().number(1, FLOAT).message(2, dimensions);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, type));
    }

    static Protobuf number(String name, long value) {
        return new Protobuf().text(1, name).number(3, value).number(20, 2); // 2: INT
    }

    static Protobuf real(String name, float value) {
        return new Protobuf().text(1, name).real(2, value).number(20, 1); // 1: FLOAT
    }

    static Protobuf numbers(String name, long... values) {
        Protobuf attribute = new Protobuf().text(1, name);
        LongStream.of(values).forEach(value -> attribute.number(8, value));
        return attribute.number(20, 7); // 7: INTS
    }
}
