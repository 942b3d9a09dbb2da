package org.industrialmind.torch.onnx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.ParameterSpec;
import org.industrialmind.torch.nn.StateDict;

/**
 * A network in ONNX Runtime that is nothing but its weights: all networks of the same layers are run by one session, which
 * is handed the weights with the examples. So ten thousand models of one architecture take the memory of ten thousand rows
 * of floats, and the collector takes them away.
 *
 * <p>Any number of threads may use it at once, from as many copies of the weights as there are calls at that moment.
 */
public final class SharedNetwork {
    private final SharedSession session;
    private final float[] weights; // the parameters end to end, in the order of the specification

    private SharedNetwork(SharedSession session, float[] weights) {
        this.session = session;
        this.weights = weights;
    }

    /** @throws IllegalArgumentException if a parameter is missing or has another shape */
    public static SharedNetwork of(NetworkSpec spec, StateDict state) {
        float[] weights = new float[spec.parameterCount()];
        int at = 0;
        for (ParameterSpec parameter : spec.parameters()) {
            System.arraycopy(state.values(parameter), 0, weights, at, parameter.size());
            at += parameter.size();
        }
        return new SharedNetwork(SharedSession.of(spec), weights);
    }

    public NetworkSpec spec() {
        return session.spec();
    }

    /** Returns a copy of the weights by name. */
    public StateDict state() {
        Map<String, Tensor> byName = new HashMap<>();
        int at = 0;
        for (ParameterSpec parameter : spec().parameters()) {
            float[] own = Arrays.copyOfRange(weights, at, at + parameter.size());
            byName.put(parameter.name(), Tensor.of(own, longs(parameter.shape())));
            at += parameter.size();
        }
        return new StateDict(byName);
    }

    private static long[] longs(List<Integer> shape) {
        return shape.stream().mapToLong(size -> size).toArray();
    }

    /**
     * Returns the outputs for a batch of examples, one after the other.
     *
     * @throws IllegalArgumentException if the values do not fill whole examples
     * @throws ArithmeticException if an output is no finite number
     */
    public float[] forward(float[] examples) {
        return session.run(weights, examples);
    }
}
