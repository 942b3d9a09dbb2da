package org.industrialmind.torch.nn;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The learned parameters of a network by name, as plain arrays.
 *
 * <p>Names are the layer's position and the parameter's own name, as in {@code 0.weight}, so that the same file loads into
 * a {@code Sequential} elsewhere.
 */
public record StateDict(SequencedMap<String, Parameter> parameters) {
    public StateDict {
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Returns the parameter of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Parameter get(String name) {
        Parameter found = parameters.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter is named " + name + "; there are " + parameters.keySet());
        }
        return found;
    }

    /** Returns the number of learned values. */
    public int size() {
        return parameters.values().stream().mapToInt(Parameter::size).sum();
    }

    /** An array of 32-bit floats and its shape, last dimension fastest. */
    public static final class Parameter {
        private final List<Integer> shape;
        private final float[] values;

        /**
         * Makes a parameter.
         *
         * @param values copied
         * @throws IllegalArgumentException if the values do not fill the shape
         */
        public Parameter(List<Integer> shape, float[] values) {
            int size = shape.stream().reduce(1, Math::multiplyExact);
            if (size != values.length) {
                throw new IllegalArgumentException(
                        "parameter of shape " + shape + " has " + values.length + " values: expected " + size);
            }
            this.shape = List.copyOf(shape);
            this.values = values.clone();
        }

        public List<Integer> shape() {
            return shape;
        }

        public int size() {
            return values.length;
        }

        /** Returns a copy of the values. */
        public float[] values() {
            return values.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Parameter that && shape.equals(that.shape) && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return 31 * shape.hashCode() + Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return "Parameter" + shape;
        }
    }

    /** Names the parameters of one layer after its position. */
    static String name(int layer, String parameter) {
        return layer + "." + parameter;
    }
}
