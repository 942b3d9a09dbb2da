package org.industrialmind.torch.nn;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;

/**
 * A network on libtorch, made from its description; it holds native memory until it is closed.
 *
 * <p>What goes in and comes out are arrays of 32-bit floats, one example after the other. All work happens on the
 * {@link Engine}'s thread, so a network may be used from any.
 */
public final class Network implements AutoCloseable {
    private final NetworkSpec spec;
    private final Parameters parameters;
    private final Layer layers;

    private Network(NetworkSpec spec, Parameters parameters) {
        this.spec = spec;
        this.parameters = parameters;
        this.layers = Layer.row(spec.layers(), "", parameters);
    }

    /** Makes a network with libtorch's usual random initial parameters for that seed. */
    public static Network create(NetworkSpec spec, long seed) {
        return Engine.shared().call(seed, () -> {
            try (TorchScope scope = TorchScope.open()) {
                return new Network(spec, Parameters.draw(spec.parameters(), scope));
            }
        });
    }

    public NetworkSpec spec() {
        return spec;
    }

    /**
     * Returns the outputs for a batch of examples.
     *
     * @param examples a whole number of examples, one after the other
     * @throws IllegalArgumentException if the values do not fill whole examples
     */
    public float[] forward(float[] examples) {
        int rows = rows(examples.length, spec.inputSize());
        return Engine.shared().call(0, () -> {
            try (TorchScope scope = TorchScope.inference()) {
                return toArray(layers.forward(toTensor(examples, rows, spec.inputShape()), false));
            }
        });
    }

    /** Returns a copy of the parameters. */
    public StateDict state() {
        return Engine.shared().call(0, this::snapshot);
    }

    /**
     * Replaces the parameters.
     *
     * @throws IllegalArgumentException if a parameter is missing or has another shape
     */
    public void load(StateDict state) {
        Engine.shared().call(0, () -> {
            try (TorchScope scope = TorchScope.inference()) {
                parameters.load(state);
                return state;
            }
        });
    }

    @Override
    public void close() {
        Engine.shared().finish(parameters::close);
    }

    /**
     * Runs the layers on a tensor of the caller's scope.
     *
     * @param fitting whether dropout puts values out
     */
    Tensor forward(Tensor input, boolean fitting) {
        return layers.forward(input, fitting);
    }

    Parameters parameters() {
        return parameters;
    }

    StateDict snapshot() {
        try (TorchScope scope = TorchScope.inference()) {
            return parameters.state();
        }
    }

    /** Copies examples into a new tensor [rows, shape...] of the caller's scope. */
    static Tensor toTensor(float[] values, int rows, List<Integer> shape) {
        long[] sizes = LongStream.concat(LongStream.of(rows), shape.stream().mapToLong(size -> size))
                .toArray();
        return Engine.shared().onDevice(Tensor.create(values, sizes));
    }

    static float[] toArray(Tensor tensor) {
        Tensor dense = tensor.cpu().contiguous();
        float[] values = new float[Math.toIntExact(dense.numel())];
        if (values.length > 0) {
            dense.data_ptr_float().get(values, 0, values.length);
        }
        return values;
    }

    /** Returns how many examples the values make. */
    static int rows(int values, int size) {
        if (values == 0 || values % size != 0) {
            throw new IllegalArgumentException(
                    values + " values do not make whole examples: expected a positive multiple of " + size);
        }
        return values / size;
    }

    @Override
    public String toString() {
        return "Network"
                + Stream.concat(Stream.of(spec.inputShape()), spec.layers().stream())
                        .toList();
    }
}
