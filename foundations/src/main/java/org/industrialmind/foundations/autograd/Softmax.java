package org.industrialmind.foundations.autograd;

import java.util.List;

/**
 * Shares that sum to 1 along the innermost axis: y = e^x / sum e^x; the largest x is taken off first, so that no e^x
 * overflows.
 *
 * <p>Backward: dy_i/dx_j = y_i ([i = j] - y_j), hence dx = y (dy - sum(y dy)).
 */
record Softmax(Tensor input) implements Operation {
    static Tensor of(Tensor input) {
        int width = input.length(-1);
        double[] y = new double[input.values.length];
        for (int row = 0; row < y.length; row += width) {
            double sum = 0;
            double top = top(input.values, row, width);
            for (int i = row; i < row + width; i++) {
                y[i] = Math.exp(input.values[i] - top);
                sum += y[i];
            }
            for (int i = row; i < row + width; i++) {
                y[i] /= sum;
            }
        }
        return Tensor.made(y, input.shape(), new Softmax(input));
    }

    static double top(double[] x, int row, int width) {
        double top = x[row];
        for (int i = row + 1; i < row + width; i++) {
            top = Math.max(top, x[i]);
        }
        return top;
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(input);
    }

    @Override
    public void backward(Tensor output) {
        double[] y = output.values;
        double[] dx = input.slot();
        double[] dy = output.slot();
        int width = input.length(-1);
        for (int row = 0; row < y.length; row += width) {
            double shared = 0;
            for (int i = row; i < row + width; i++) {
                shared += y[i] * dy[i];
            }
            for (int i = row; i < row + width; i++) {
                dx[i] += y[i] * (dy[i] - shared);
            }
        }
    }
}
