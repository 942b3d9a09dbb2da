package org.industrialmind.foundations.autograd;

import java.util.List;

/** A part of an axis; seen as [outer, length * inner], a part of each row. */
record Slice(Tensor input, int outer, int width, int from, int part) implements Operation {
    static Tensor of(Tensor input, int axis, int from, int to) {
        Shape shape = input.shape();
        int counted = shape.axis(axis);
        int length = shape.length(axis);
        if (from < 0 || from >= to || to > length) {
            throw new IllegalArgumentException("cannot take " + from + " to " + to + " of axis " + axis + " of " + shape
                    + ": expected a part of 0 to " + length);
        }
        int inner = shape.product(counted + 1, shape.rank());
        return new Slice(input, shape.product(0, counted), length * inner, from * inner, (to - from) * inner)
                .forward(shape.with(axis, to - from));
    }

    private Tensor forward(Shape shape) {
        double[] y = new double[outer * part];
        for (int o = 0; o < outer; o++) {
            System.arraycopy(input.values, o * width + from, y, o * part, part);
        }
        return Tensor.made(y, shape, this);
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(input);
    }

    @Override
    public void backward(Tensor output) {
        double[] dx = input.slot();
        double[] dy = output.slot();
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < part; i++) {
                dx[o * width + from + i] += dy[o * part + i];
            }
        }
    }
}
