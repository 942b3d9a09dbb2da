package org.industrialmind.torch.nn;

import java.util.List;

/**
 * Layers in a row whose shapes are known to fit.
 *
 * @param inputShape of one example, without the batch dimension
 */
public record NetworkSpec(List<Integer> inputShape, List<LayerSpec> layers) {
    /** @throws IllegalArgumentException if there is no layer, or a layer cannot take what the one before it gives */
    public NetworkSpec {
        inputShape = List.copyOf(inputShape);
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("network has no layers: expected at least one");
        }
        outputShape(inputShape, layers);
    }

    /** Returns the shape of one example's output, without the batch dimension. */
    public List<Integer> outputShape() {
        return outputShape(inputShape, layers);
    }

    /** Returns the number of values in one example's input. */
    public int inputSize() {
        return size(inputShape);
    }

    /** Returns the number of values in one example's output. */
    public int outputSize() {
        return size(outputShape());
    }

    /** Returns the learned tensors, in the order in which they are drawn. */
    public List<ParameterSpec> parameters() {
        return ParameterSpec.of("", layers);
    }

    /** Returns the number of learned values. */
    public int parameterCount() {
        return parameters().stream().mapToInt(ParameterSpec::size).sum();
    }

    /** Returns the shape that leaves layers in a row; without layers the input passes. */
    static List<Integer> outputShape(List<Integer> input, List<LayerSpec> layers) {
        List<Integer> shape = input;
        for (LayerSpec layer : layers) {
            shape = layer.outputShape(shape);
        }
        return shape;
    }

    static int size(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
