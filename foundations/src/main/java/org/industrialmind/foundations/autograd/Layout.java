package org.industrialmind.foundations.autograd;

import java.util.Arrays;
import java.util.List;

/** The same values seen otherwise: in another shape, or with the axes in another order. */
final class Layout {
    private Layout() {}

    record Reshape(Tensor input) implements Operation {
        @Override
        public List<Tensor> inputs() {
            return List.of(input);
        }

        @Override
        public void backward(Tensor output) {
            double[] dx = input.slot();
            double[] dy = output.slot();
            for (int i = 0; i < dx.length; i++) {
                dx[i] += dy[i];
            }
        }
    }

    static Tensor reshape(Tensor input, int... lengths) {
        int[] known = lengths.clone();
        int open = -1;
        int product = 1;
        for (int i = 0; i < known.length; i++) {
            if (known[i] == -1 && open < 0) {
                open = i;
            } else {
                product *= known[i];
            }
        }
        if (open >= 0 && product > 0) {
            known[open] = input.values.length / product;
            product *= known[open];
        }
        if (product != input.values.length) {
            throw new IllegalArgumentException("a tensor of shape " + input.shape() + " cannot become "
                    + Arrays.toString(lengths) + ": expected " + input.values.length + " values again");
        }
        return Tensor.made(input.values, Shape.of(known), new Reshape(input)); // shares the values: they never change
    }

    /** Sees [batch, channel, time] as images of one row. */
    static Tensor upright(Tensor input) {
        Shape shape = input.shape();
        if (shape.rank() != 3) {
            throw new IllegalArgumentException("a tensor of shape " + shape + ": expected [batch, channel, time]");
        }
        return reshape(input, shape.length(0), shape.length(1), 1, shape.length(2));
    }

    /** Axes in another order; {@code from} says for each output where its value lies in the input. */
    private static final class Permute implements Operation {
        private final Tensor input;
        private final int[] from;

        Permute(Tensor input, int[] from) {
            this.input = input;
            this.from = from;
        }

        @Override
        public List<Tensor> inputs() {
            return List.of(input);
        }

        @Override
        public void backward(Tensor output) {
            double[] dx = input.slot();
            double[] dy = output.slot();
            for (int i = 0; i < from.length; i++) {
                dx[from[i]] += dy[i];
            }
        }
    }

    static Tensor permute(Tensor input, int... axes) {
        Shape shape = input.shape();
        int rank = shape.rank();
        int[] counted = Arrays.stream(axes).map(shape::axis).toArray();
        if (Arrays.stream(counted).distinct().count() != rank || counted.length != rank) {
            throw new IllegalArgumentException("the axes " + Arrays.toString(axes) + " are no order of the axes of "
                    + shape + ": expected each once");
        }
        int[] lengths = Arrays.stream(counted).map(shape::length).toArray();
        int[] steps = shape.steps();
        int[] from = new int[shape.size()];
        int filled = 1; // the places within the inner axes; each axis further out repeats them, shifted
        for (int axis = rank - 1; axis >= 0; axis--) {
            int step = steps[counted[axis]];
            for (int i = 1; i < lengths[axis]; i++) {
                for (int k = 0; k < filled; k++) {
                    from[i * filled + k] = from[k] + i * step;
                }
            }
            filled *= lengths[axis];
        }
        double[] y = new double[from.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = input.values[from[i]];
        }
        return Tensor.made(y, Shape.of(lengths), new Permute(input, from));
    }

    static Tensor transpose(Tensor input) {
        int rank = input.shape().rank();
        if (rank < 2) {
            throw new IllegalArgumentException("a tensor of shape " + input.shape() + " has no two axes to exchange");
        }
        int[] axes = new int[rank];
        Arrays.setAll(axes, i -> i);
        axes[rank - 1] = rank - 2;
        axes[rank - 2] = rank - 1;
        return permute(input, axes);
    }
}
