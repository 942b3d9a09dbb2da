package org.industrialmind.torch.nn;

import java.util.List;

/**
 * One layer of a network, as a value: comparable, printable, and the single source from which both the libtorch module
 * and the ONNX node are made.
 *
 * <p>Shapes are those of one example, without the batch dimension.
 */
public sealed interface LayerSpec {
    /**
     * Returns the shape that leaves this layer when the given one enters.
     *
     * @throws IllegalArgumentException if a layer of this kind cannot take that shape; the message says what it takes
     */
    List<Integer> outputShape(List<Integer> input);

    /** A fully connected layer with bias: [inputs] -> [outputs]. */
    record Dense(int inputs, int outputs) implements LayerSpec {
        public Dense {
            requirePositive("dense layer", inputs, outputs);
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            require(input.equals(List.of(inputs)), this, input, "[" + inputs + "]");
            return List.of(outputs);
        }
    }

    /** A convolution along time with bias, zero-padded at both ends: [inputs, time] -> [outputs, fewer]. */
    record Conv1d(int inputs, int outputs, int kernel, int stride, int padding) implements LayerSpec {
        public Conv1d {
            requirePositive("convolution", inputs, outputs, kernel, stride);
            requireWithin("padding", padding, kernel);
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            requireSequence(input, inputs, this);
            int length = (input.get(1) + 2 * padding - kernel) / stride + 1;
            require(length > 0 && input.get(1) + 2 * padding >= kernel, this, input, "at least one kernel of time");
            return List.of(outputs, length);
        }
    }

    /**
     * A transposed convolution along time with bias, the way back from a strided {@link Conv1d}: [inputs, time] ->
     * [outputs, more].
     *
     * @param extra rows added at the end, to reach a length that the stride alone would miss
     */
    record ConvTranspose1d(int inputs, int outputs, int kernel, int stride, int padding, int extra)
            implements LayerSpec {
        public ConvTranspose1d {
            requirePositive("transposed convolution", inputs, outputs, kernel, stride);
            requireWithin("padding", padding, kernel);
            requireWithin("extra", extra, stride);
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            requireSequence(input, inputs, this);
            int length = (input.get(1) - 1) * stride - 2 * padding + kernel + extra;
            require(length > 0, this, input, "enough time to leave a row");
            return List.of(outputs, length);
        }
    }

    /** A function applied to each value; the shape stays. */
    record Activation(Function function) implements LayerSpec {
        /** The functions that both libtorch and ONNX operator set 17 know by name. */
        public enum Function {
            RELU,
            TANH
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            return input;
        }
    }

    /** Lays all values of an example in one row, last dimension fastest: [a, b] -> [a * b]. */
    record Flatten() implements LayerSpec {
        @Override
        public List<Integer> outputShape(List<Integer> input) {
            return List.of(input.stream().reduce(1, Math::multiplyExact));
        }
    }

    /** The way back from {@link Flatten}: [channels * time] -> [channels, time]. */
    record Unflatten(int channels, int time) implements LayerSpec {
        public Unflatten {
            requirePositive("unflatten", channels, time);
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            require(input.equals(List.of(channels * time)), this, input, "[" + channels * time + "]");
            return List.of(channels, time);
        }
    }

    private static void requirePositive(String what, int... sizes) {
        for (int size : sizes) {
            if (size < 1) {
                throw new IllegalArgumentException(what + " has a size of " + size + ": expected 1 or more");
            }
        }
    }

    private static void requireWithin(String what, int value, int bound) {
        if (value < 0 || value >= bound) {
            throw new IllegalArgumentException(what + " is " + value + ": expected 0 to " + (bound - 1));
        }
    }

    private static void requireSequence(List<Integer> input, int channels, LayerSpec layer) {
        require(input.size() == 2 && input.getFirst() == channels, layer, input, "[" + channels + ", time]");
    }

    private static void require(boolean fits, LayerSpec layer, List<Integer> input, String expected) {
        if (!fits) {
            throw new IllegalArgumentException(layer + " cannot take the shape " + input + ": expected " + expected);
        }
    }
}
