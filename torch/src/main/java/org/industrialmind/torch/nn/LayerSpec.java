package org.industrialmind.torch.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One layer of a network, as a value: comparable, printable, and the single source from which the libtorch computation, the
 * parameters and the ONNX nodes are made.
 *
 * <p>Shapes are those of one example, without the batch dimension. Two layouts occur: convolutions work on [channel, time],
 * everything that looks along steps (recurrence, attention, pooling) on [..., step, width], where what stands before the
 * last two is carried along like a batch; {@link Transpose} leads from one to the other. Bigger parts, such as a transformer
 * block, are made of these in {@link Blocks}.
 */
public sealed interface LayerSpec {
    /**
     * Returns the shape that leaves this layer when the given one enters.
     *
     * @throws IllegalArgumentException if a layer of this kind cannot take that shape; the message says what it takes
     */
    List<Integer> outputShape(List<Integer> input);

    /** A fully connected layer with bias, the same at every step: [..., inputs] -> [..., outputs]. */
    record Dense(int inputs, int outputs) implements LayerSpec {
        public Dense {
            requirePositive("dense layer", inputs, outputs);
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            requireWidth(input, inputs, this);
            return withLast(input, outputs);
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
     * A convolution with bias that sees no later step, only this one and the (kernel - 1) * dilation before it: [inputs,
     * time] -> [outputs, time].
     *
     * @param dilation steps between the taps of the kernel
     */
    record CausalConv1d(int inputs, int outputs, int kernel, int dilation) implements LayerSpec {
        public CausalConv1d {
            requirePositive("causal convolution", inputs, outputs, kernel, dilation);
        }

        /** Returns how many steps back it sees, and so how many zeros stand before the first. */
        public int reach() {
            return (kernel - 1) * dilation;
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            requireSequence(input, inputs, this);
            return List.of(outputs, input.get(1));
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

    /** Long short-term memory, every step of it: [time, inputs] -> [time, hidden]. */
    record Lstm(int inputs, int hidden) implements LayerSpec {
        public Lstm {
            requirePositive("LSTM", inputs, hidden);
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            require(input.size() == 2 && input.getLast() == inputs, this, input, "[time, " + inputs + "]");
            return withLast(input, hidden);
        }
    }

    /** Self-attention of several heads with biases; every step looks at every other: [..., step, width], it stays. */
    record Attention(int width, int heads) implements LayerSpec {
        public Attention {
            requirePositive("attention", width, heads);
            if (width % heads != 0) {
                throw new IllegalArgumentException("attention of the width " + width + " does not fall into " + heads
                        + " heads: expected a multiple of them");
            }
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            requireSteps(input, this);
            requireWidth(input, width, this);
            return input;
        }
    }

    /** Each row standardised, scaled and shifted by what is learned: [..., width], it stays. */
    record LayerNorm(int width) implements LayerSpec {
        public static final double EPSILON = 1e-5; // as everywhere; a row of constants must not divide by zero

        public LayerNorm {
            requirePositive("layer norm", width);
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            requireWidth(input, width, this);
            return input;
        }
    }

    /** Puts out a share of the values while fitting, and nothing in use; the shape stays. */
    record Dropout(double rate) implements LayerSpec {
        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException("dropout rate is " + rate + ": expected 0 to less than 1");
            }
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            return input;
        }
    }

    /** A function applied to each value; the shape stays. */
    record Activation(Function function) implements LayerSpec {
        /** RELU, TANH, SIGMOID; GELU by the error function; SOFTPLUS is log(1 + e^x), smooth and above zero. */
        public enum Function {
            RELU,
            TANH,
            SIGMOID,
            GELU,
            SOFTPLUS
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            return input;
        }
    }

    /**
     * What enters, plus what the layers make of it; where they change the shape a shortcut must change it too.
     *
     * @param shortcut empty where the input is added as it is
     */
    record Residual(List<LayerSpec> layers, List<LayerSpec> shortcut) implements LayerSpec {
        public Residual {
            layers = List.copyOf(layers);
            shortcut = List.copyOf(shortcut);
        }

        public Residual(LayerSpec... layers) {
            this(List.of(layers), List.of());
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            List<Integer> added = NetworkSpec.outputShape(input, layers);
            List<Integer> passing = NetworkSpec.outputShape(input, shortcut);
            require(
                    added.equals(passing),
                    this,
                    input,
                    "layers and shortcut to agree, not " + added + " and " + passing);
            return added;
        }
    }

    /**
     * Several ways for the same input, whose outputs are laid side by side along the last dimension: the heads of a network
     * with more than one task. An empty branch lets the input through.
     */
    record Branches(List<List<LayerSpec>> branches) implements LayerSpec {
        public Branches {
            branches = branches.stream().map(List::copyOf).toList();
            requirePositive("branches", branches.size());
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            List<List<Integer>> shapes = branches.stream()
                    .map(branch -> NetworkSpec.outputShape(input, branch))
                    .toList();
            List<Integer> first = shapes.getFirst();
            require(
                    shapes.stream().allMatch(shape -> withLast(shape, 1).equals(withLast(first, 1))),
                    this,
                    input,
                    "branches that differ in the last dimension only, not " + shapes);
            return withLast(first, shapes.stream().mapToInt(List::getLast).sum());
        }
    }

    /** The last step: [..., step, width] -> [..., width]. */
    record TakeLast() implements LayerSpec {
        @Override
        public List<Integer> outputShape(List<Integer> input) {
            requireSteps(input, this);
            return withoutSteps(input);
        }
    }

    /** The mean over all steps: [..., step, width] -> [..., width]. */
    record MeanOverTime() implements LayerSpec {
        @Override
        public List<Integer> outputShape(List<Integer> input) {
            requireSteps(input, this);
            return withoutSteps(input);
        }
    }

    /** Exchanges two dimensions of an example, counted from 0: [channel, time] -> [time, channel]. */
    record Transpose(int one, int other) implements LayerSpec {
        public Transpose {
            if (one < 0 || other < 0 || one == other) {
                throw new IllegalArgumentException(
                        "transpose of " + one + " and " + other + ": expected two different dimensions from 0");
            }
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            require(
                    Math.max(one, other) < input.size(),
                    this,
                    input,
                    (Math.max(one, other) + 1) + " or more dimensions");
            List<Integer> output = new ArrayList<>(input);
            Collections.swap(output, one, other);
            return List.copyOf(output);
        }
    }

    /** Cuts time into pieces that may overlap: [..., time] -> [..., patch, length]. What does not fill a piece is left. */
    record Patches(int length, int stride) implements LayerSpec {
        public Patches {
            requirePositive("patches", length, stride);
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            require(!input.isEmpty() && input.getLast() >= length, this, input, "[..., " + length + " or more]");
            List<Integer> output = new ArrayList<>(withLast(input, (input.getLast() - length) / stride + 1));
            output.add(length);
            return List.copyOf(output);
        }
    }

    /**
     * Adds learned values, the same to every example, which say where a value stands; the shape stays.
     *
     * @param shape of the values: the input's last dimensions, or 1 where a dimension shares a value. [patch, width] says
     *     when; [sensor, 1, width] says which sensor
     */
    record LearnedPositions(List<Integer> shape) implements LayerSpec {
        public LearnedPositions {
            shape = List.copyOf(shape);
            requirePositive("positions", shape.stream().mapToInt(size -> size).toArray());
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            int before = input.size() - shape.size();
            boolean fits = before >= 0;
            for (int i = 0; fits && i < shape.size(); i++) {
                fits = shape.get(i) == 1 || shape.get(i).equals(input.get(before + i));
            }
            require(fits, this, input, shape + " to fit its last dimensions");
            return input;
        }
    }

    /** Adds sines and cosines of the step, of wavelengths from 2 pi to 20,000 pi: [..., step, width], it stays. */
    record SinusoidalPositions() implements LayerSpec {
        private static final double LONGEST = 10_000; // Vaswani et al. 2017, section 3.5

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            requireSteps(input, this);
            return input;
        }

        /** Returns what is added: [step, width], the sine at even places, the cosine at odd ones. */
        public static float[] values(int steps, int width) {
            float[] values = new float[steps * width];
            for (int t = 0; t < steps; t++) {
                for (int i = 0; i < width; i++) {
                    double angle = t / Math.pow(LONGEST, (i - i % 2) / (double) width);
                    values[t * width + i] = (float) (i % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
                }
            }
            return values;
        }
    }

    /**
     * Draws from a normal distribution while fitting and gives its mean in use: [2 width], the means and then the logarithms
     * of the variances, -> [width]. The gradient reaches both (Kingma and Welling 2014, Auto-encoding variational Bayes).
     */
    record GaussianSample() implements LayerSpec {
        @Override
        public List<Integer> outputShape(List<Integer> input) {
            require(input.size() == 1 && input.getFirst() % 2 == 0, this, input, "[means and as many log-variances]");
            return List.of(input.getFirst() / 2);
        }
    }

    /** Lays all values of an example in one row, last dimension fastest: [a, b] -> [a * b]. */
    record Flatten() implements LayerSpec {
        @Override
        public List<Integer> outputShape(List<Integer> input) {
            return List.of(NetworkSpec.size(input));
        }
    }

    /** The way back from {@link Flatten}: a row -> any shape of as many values. */
    record Unflatten(List<Integer> shape) implements LayerSpec {
        public Unflatten {
            shape = List.copyOf(shape);
            requirePositive("unflatten", shape.stream().mapToInt(size -> size).toArray());
        }

        public Unflatten(int channels, int time) {
            this(List.of(channels, time));
        }

        @Override
        public List<Integer> outputShape(List<Integer> input) {
            List<Integer> row = List.of(NetworkSpec.size(shape));
            require(input.equals(row), this, input, row.toString());
            return shape;
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

    private static void requireWidth(List<Integer> input, int width, LayerSpec layer) {
        boolean fits = !input.isEmpty() && input.getLast() == width;
        require(fits, layer, input, "[..., " + width + "]");
    }

    private static void requireSteps(List<Integer> input, LayerSpec layer) {
        require(input.size() >= 2, layer, input, "[..., step, width]");
    }

    private static void requireSequence(List<Integer> input, int channels, LayerSpec layer) {
        require(input.size() == 2 && input.getFirst() == channels, layer, input, "[" + channels + ", time]");
    }

    private static void require(boolean fits, LayerSpec layer, List<Integer> input, String expected) {
        if (!fits) {
            throw new IllegalArgumentException(layer + " cannot take the shape " + input + ": expected " + expected);
        }
    }

    private static List<Integer> withLast(List<Integer> shape, int last) {
        List<Integer> changed = new ArrayList<>(shape);
        changed.set(shape.size() - 1, last);
        return List.copyOf(changed);
    }

    private static List<Integer> withoutSteps(List<Integer> shape) {
        List<Integer> changed = new ArrayList<>(shape);
        changed.remove(shape.size() - 2);
        return List.copyOf(changed);
    }
}
