package org.industrialmind.torch.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * A network on libtorch, made from its description; it holds native memory until it is closed.
 *
 * <p>What goes in and comes out are arrays of 32-bit floats, one example after the other. All work happens on the
 * {@link Engine}'s thread, so a network may be used from any.
 */
public final class Network implements AutoCloseable {
    private final NetworkSpec spec;
    private final List<Layer> layers;

    private Network(NetworkSpec spec, List<Layer> layers) {
        this.spec = spec;
        this.layers = layers;
    }

    /** Makes a network with libtorch's usual random initial parameters for that seed. */
    public static Network create(NetworkSpec spec, long seed) {
        return Engine.shared().call(seed, () -> {
            try (TorchScope scope = TorchScope.open()) {
                List<Layer> layers = new ArrayList<>();
                for (LayerSpec layer : spec.layers()) {
                    layers.add(Layer.of(layer, scope));
                }
                return new Network(spec, List.copyOf(layers));
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
                return toArray(forward(toTensor(examples, rows, spec.inputShape())));
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
                eachParameter(named -> {
                    float[] values = state.values(named.name(), named.tensor().shape());
                    named.tensor().data_ptr_float().put(values, 0, values.length);
                });
                return state;
            }
        });
    }

    @Override
    public void close() {
        Engine.shared().call(0, () -> {
            layers.forEach(Layer::close);
            return layers;
        });
    }

    /** Runs the layers on a tensor of the caller's scope. */
    Tensor forward(Tensor input) {
        Tensor value = input;
        for (Layer layer : layers) {
            value = layer.forward(value);
        }
        return value;
    }

    /** Returns the tensors to train, in the caller's scope. */
    TensorVector trainable() {
        List<Tensor> tensors = new ArrayList<>();
        eachParameter(named -> tensors.add(named.tensor()));
        return new TensorVector(tensors.toArray(Tensor[]::new));
    }

    StateDict snapshot() {
        try (TorchScope scope = TorchScope.inference()) {
            StateDict.Builder state = new StateDict.Builder();
            eachParameter(named -> state.add(
                    named.name(), toArray(named.tensor()), named.tensor().shape()));
            return state.build();
        }
    }

    private record Named(String name, Tensor tensor) {}

    private void eachParameter(Consumer<Named> action) {
        for (int i = 0; i < layers.size(); i++) {
            int position = i;
            layers.get(i).module().ifPresent(module -> {
                StringTensorDict dict = module.named_parameters();
                for (long p = 0; p < dict.size(); p++) {
                    String name = StateDict.name(position, dict.get(p).key().getString());
                    action.accept(new Named(name, dict.get(p).value()));
                }
            });
        }
    }

    /** Copies examples into a new tensor [rows, shape...] of the caller's scope. */
    static Tensor toTensor(float[] values, int rows, List<Integer> shape) {
        long[] sizes = LongStream.concat(LongStream.of(rows), shape.stream().mapToLong(size -> size))
                .toArray();
        return Tensor.create(values, sizes);
    }

    private static float[] toArray(Tensor tensor) {
        Tensor dense = tensor.contiguous();
        float[] values = new float[Math.toIntExact(dense.numel())];
        FloatPointer data = dense.data_ptr_float();
        data.get(values, 0, values.length);
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
