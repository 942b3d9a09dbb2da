package org.industrialmind.learning.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers of one type in a box of any number of dimensions, the last one running fastest; no dimension is one number. */
public final class Tensor {
    /** How each number is kept; always little-endian. */
    public enum Type {
        F64(Double.BYTES),
        F32(Float.BYTES),
        I64(Long.BYTES);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }

    private final Type type;
    private final List<Long> shape;
    private final ByteBuffer data;

    /** Takes the buffer as it is; the caller gives it away. */
    Tensor(Type type, List<Long> shape, ByteBuffer data) {
        this.type = type;
        this.shape = List.copyOf(shape);
        this.data = data.order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Makes a tensor of 32-bit floats; copied.
     *
     * @throws IllegalArgumentException if the shape does not hold exactly so many values
     */
    public static Tensor of(float[] values, long... shape) {
        ByteBuffer data = room(values.length, Type.F32, shape);
        data.asFloatBuffer().put(values);
        return new Tensor(Type.F32, boxed(shape), data);
    }

    /** @throws IllegalArgumentException if the shape does not hold exactly so many values */
    public static Tensor of(double[] values, long... shape) {
        ByteBuffer data = room(values.length, Type.F64, shape);
        data.asDoubleBuffer().put(values);
        return new Tensor(Type.F64, boxed(shape), data);
    }

    /** Returns numbers in one dimension; copied. */
    public static Tensor row(double... values) {
        return of(values, values.length);
    }

    /** @throws IllegalArgumentException if the shape does not hold exactly so many values */
    public static Tensor of(long[] values, long... shape) {
        ByteBuffer data = room(values.length, Type.I64, shape);
        data.asLongBuffer().put(values);
        return new Tensor(Type.I64, boxed(shape), data);
    }

    private static ByteBuffer room(int values, Type type, long[] shape) {
        long count = 1;
        for (long dimension : shape) {
            count = dimension < 0 ? -1 : Math.multiplyExact(count, dimension);
        }
        if (count != values) {
            throw new IllegalArgumentException(values + " values do not fill the shape " + Arrays.toString(shape)
                    + ": expected dimensions from 0 whose product is the number of values");
        }
        return ByteBuffer.allocate(Math.multiplyExact(values, type.bytes())).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static List<Long> boxed(long[] shape) {
        return Arrays.stream(shape).boxed().toList();
    }

    public Type type() {
        return type;
    }

    public List<Long> shape() {
        return shape;
    }

    /** Returns the number of values. */
    public int size() {
        return data.limit() / type.bytes();
    }

    /** @throws IllegalStateException if the values are not 32-bit floats */
    public float[] floats() {
        require(Type.F32);
        float[] values = new float[size()];
        bytes().asFloatBuffer().get(values);
        return values;
    }

    /** @throws IllegalStateException if the values are not 64-bit floats */
    public double[] doubles() {
        require(Type.F64);
        double[] values = new double[size()];
        bytes().asDoubleBuffer().get(values);
        return values;
    }

    /** @throws IllegalStateException if the values are not 64-bit integers */
    public long[] longs() {
        require(Type.I64);
        long[] values = new long[size()];
        bytes().asLongBuffer().get(values);
        return values;
    }

    private void require(Type expected) {
        if (type != expected) {
            throw new IllegalStateException("tensor holds " + type + ", not " + expected);
        }
    }

    /** Returns a view of the bytes, from the first to the last. */
    ByteBuffer bytes() {
        return data.asReadOnlyBuffer().rewind().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tensor that
                && type == that.type
                && shape.equals(that.shape)
                && bytes().equals(that.bytes());
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + bytes().hashCode();
    }

    @Override
    public String toString() {
        return "Tensor[" + type + " " + shape + "]";
    }
}
