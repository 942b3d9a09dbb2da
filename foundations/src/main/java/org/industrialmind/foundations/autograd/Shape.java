package org.industrialmind.foundations.autograd;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lengths of a tensor's axes, the outermost first; no axes at all is a single number. Values lie row after row. */
public final class Shape {
    private final int[] lengths;
    private final int size;

    private Shape(int[] lengths) {
        this.lengths = lengths;
        int product = 1;
        for (int length : lengths) {
            if (length < 1) {
                throw new IllegalArgumentException("a shape of " + Arrays.toString(lengths) + " has an axis of "
                        + length + ": expected 1 or more");
            }
            product = Math.multiplyExact(product, length);
        }
        size = product;
    }

    /** @throws IllegalArgumentException if a length is less than 1 */
    public static Shape of(int... lengths) {
        return new Shape(lengths.clone());
    }

    public int rank() {
        return lengths.length;
    }

    /** Returns how many values a tensor of this shape has. */
    public int size() {
        return size;
    }

    /**
     * Returns the length of an axis; -1 is the innermost one.
     *
     * @throws IllegalArgumentException if there is no such axis
     */
    public int length(int axis) {
        return lengths[axis(axis)];
    }

    /** Returns the lengths of all axes; a copy. */
    public int[] lengths() {
        return lengths.clone();
    }

    /** Returns an axis counted from the outermost; a negative one counts from the end. */
    int axis(int axis) {
        int counted = axis < 0 ? axis + rank() : axis;
        if (counted < 0 || counted >= rank()) {
            throw new IllegalArgumentException("no axis " + axis + " in a tensor of shape " + this);
        }
        return counted;
    }

    /** Returns the product of the lengths of the axes from one to before another. */
    int product(int from, int to) {
        int product = 1;
        for (int i = from; i < to; i++) {
            product *= lengths[i];
        }
        return product;
    }

    Shape with(int axis, int length) {
        int[] changed = lengths.clone();
        changed[axis(axis)] = length;
        return new Shape(changed);
    }

    Shape without(int axis) {
        int gone = axis(axis);
        int[] fewer = new int[rank() - 1];
        for (int i = 0; i < fewer.length; i++) {
            fewer[i] = lengths[i < gone ? i : i + 1];
        }
        return new Shape(fewer);
    }

    /** Returns how far the values of neighbours along each axis lie apart. */
    int[] steps() {
        int[] steps = new int[rank()];
        int step = 1;
        for (int i = rank() - 1; i >= 0; i--) {
            steps[i] = step;
            step *= lengths[i];
        }
        return steps;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shape that && Arrays.equals(lengths, that.lengths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lengths);
    }

    @Override
    public String toString() {
        return Arrays.stream(lengths).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
