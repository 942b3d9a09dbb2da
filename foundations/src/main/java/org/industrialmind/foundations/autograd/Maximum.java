package org.industrialmind.foundations.autograd;

import java.util.List;

/** The largest values along an axis; the gradient goes to where each was found. */
final class Maximum implements Operation {
    private final Tensor input;
    private final int[] found; // for each output, the place of its value in the input

    private Maximum(Tensor input, int[] found) {
        this.input = input;
        this.found = found;
    }

    static Tensor along(Tensor input, int axis) {
        Shape shape = input.shape();
        int counted = shape.axis(axis);
        int count = shape.length(axis);
        int inner = shape.product(counted + 1, shape.rank());
        int size = input.values.length / count;
        int[] found = new int[size];
        double[] y = new double[size];
        for (int at = 0; at < size; at++) {
            int first = at / inner * count * inner + at % inner;
            int best = first;
            for (int k = 1; k < count; k++) {
                if (input.values[first + k * inner] > input.values[best]) {
                    best = first + k * inner;
                }
            }
            found[at] = best;
            y[at] = input.values[best];
        }
        return Tensor.made(y, shape.without(axis), new Maximum(input, found));
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(input);
    }

    @Override
    public void backward(Tensor output) {
        double[] dx = input.slot();
        double[] dy = output.slot();
        for (int at = 0; at < found.length; at++) {
            dx[found[at]] += dy[at];
        }
    }
}
