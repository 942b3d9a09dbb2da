package org.industrialmind.foundations.autograd;

import java.util.List;

/** Sums along an axis; the tensor is seen as [outer, count, inner] and becomes [outer, inner]. */
record Sum(Tensor input, int outer, int count, int inner) implements Operation {
    static Tensor ofAll(Tensor input) {
        return new Sum(input, 1, input.values.length, 1).forward(Shape.of());
    }

    static Tensor along(Tensor input, int axis) {
        Shape shape = input.shape();
        int counted = shape.axis(axis);
        return new Sum(input, shape.product(0, counted), shape.length(axis), shape.product(counted + 1, shape.rank()))
                .forward(shape.without(axis));
    }

    private Tensor forward(Shape shape) {
        double[] y = new double[outer * inner];
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < count; k++) {
                for (int i = 0; i < inner; i++) {
                    y[o * inner + i] += input.values[(o * count + k) * inner + i];
                }
            }
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
            for (int k = 0; k < count; k++) {
                for (int i = 0; i < inner; i++) {
                    dx[(o * count + k) * inner + i] += dy[o * inner + i];
                }
            }
        }
    }
}
