package org.industrialmind.learning.format;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Tensors from a file, asked for by name, type and shape; what is not as asked for is an error that says so. Numbers are
 * finite.
 */
public final class NamedTensors {
    /** As a dimension: any number of them. */
    public static final long ANY = -1;

    private final Map<String, Tensor> tensors;

    public NamedTensors(Map<String, Tensor> tensors) {
        this.tensors = Map.copyOf(tensors);
    }

    /** Returns 64-bit floats. @throws IllegalArgumentException if the tensor is missing, of another kind or not finite */
    public double[] doubles(String name, long... shape) {
        double[] values = found(name, Tensor.Type.F64, shape).doubles();
        for (double value : values) {
            requireFinite(name, value);
        }
        return values;
    }

    /** Returns 32-bit floats. @throws IllegalArgumentException if the tensor is missing, of another kind or not finite */
    public float[] floats(String name, long... shape) {
        float[] values = found(name, Tensor.Type.F32, shape).floats();
        for (float value : values) {
            requireFinite(name, value);
        }
        return values;
    }

    /** Returns whole numbers. @throws IllegalArgumentException if the tensor is missing or of another kind */
    public long[] longs(String name, long... shape) {
        return found(name, Tensor.Type.I64, shape).longs();
    }

    /** Returns a single positive number. @throws IllegalArgumentException if the tensor is missing or not that */
    public double positive(String name) {
        return allPositive(name, 1)[0];
    }

    /** Returns 64-bit floats. @throws IllegalArgumentException if the tensor is missing, of another kind or not positive */
    public double[] allPositive(String name, long... shape) {
        double[] values = doubles(name, shape);
        for (double value : values) {
            if (!(value > 0)) {
                throw new IllegalArgumentException(
                        "tensor " + name + " holds " + value + ": expected positive numbers");
            }
        }
        return values;
    }

    /** Returns a dimension of a tensor. @throws IllegalArgumentException if there is no such tensor or dimension */
    public int dimension(String name, int dimension) {
        List<Long> shape = required(name).shape();
        if (dimension >= shape.size()) {
            throw new IllegalArgumentException(
                    "tensor " + name + " has shape " + shape + ": expected a dimension " + dimension);
        }
        return Math.toIntExact(shape.get(dimension));
    }

    private Tensor found(String name, Tensor.Type type, long[] shape) {
        Tensor tensor = required(name);
        boolean fits = tensor.type() == type && tensor.shape().size() == shape.length;
        for (int d = 0; fits && d < shape.length; d++) {
            fits = shape[d] == ANY || shape[d] == tensor.shape().get(d);
        }
        if (!fits) {
            List<String> expected = LongStream.of(shape)
                    .mapToObj(size -> size == ANY ? "any" : Long.toString(size))
                    .toList();
            throw new IllegalArgumentException(
                    "tensor " + name + " is " + tensor + ": expected " + type + " " + expected);
        }
        return tensor;
    }

    private Tensor required(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(
                    "no tensor " + name + " among " + new TreeSet<>(tensors.keySet()) + ": expected one of that name");
        }
        return tensor;
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("tensor " + name + " holds " + value + ": expected finite numbers");
        }
    }
}
