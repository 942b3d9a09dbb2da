package org.industrialmind.torch.nn;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * The learned parameters of a network by name, as plain values.
 *
 * <p>Named as {@link ParameterSpec} says, so that the same safetensors file loads into a {@code Sequential} elsewhere.
 */
public record StateDict(Map<String, Tensor> parameters) {
    public StateDict {
        parameters = Map.copyOf(parameters);
    }

    /** Takes the parameters of a file. */
    public static StateDict of(SafeTensors file) {
        return new StateDict(file.tensors());
    }

    public SafeTensors toSafeTensors() {
        return new SafeTensors(parameters);
    }

    /**
     * Returns the parameter of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor get(String name) {
        Tensor found = parameters.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter is named " + name + "; there are " + names());
        }
        return found;
    }

    /**
     * Returns the values of that parameter.
     *
     * @throws IllegalArgumentException if there is none of that name, or it has another shape
     */
    public float[] values(ParameterSpec parameter) {
        Tensor found = get(parameter.name());
        if (!found.shape()
                .equals(parameter.shape().stream().map(Integer::longValue).toList())) {
            throw new IllegalArgumentException("parameter " + parameter.name() + " has the shape " + found.shape()
                    + ": the network expects " + parameter.shape());
        }
        return found.floats();
    }

    public Set<String> names() {
        return new TreeMap<>(parameters).navigableKeySet();
    }

    /** Returns the number of learned values. */
    public int size() {
        return parameters.values().stream().mapToInt(Tensor::size).sum();
    }
}
