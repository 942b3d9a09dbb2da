package org.industrialmind.foundations.autograd;

import java.util.List;

/**
 * y = x - log sum e^x along the innermost axis.
 *
 * <p>Backward: dy_i/dx_j = [i = j] - softmax_j, hence dx = dy - e^y sum(dy).
 */
record LogSoftmax(Tensor input) implements Operation {
    static Tensor of(Tensor input) {
        int width = input.length(-1);
        double[] y = new double[input.values.length];
        for (int row = 0; row < y.length; row += width) {
            double log = logSum(input.values, row, width);
            for (int i = row; i < row + width; i++) {
                y[i] = input.values[i] - log;
            }
        }
        return Tensor.made(y, input.shape(), new LogSoftmax(input));
    }

    static double logSum(double[] x, int row, int width) {
        double top = Softmax.top(x, row, width);
        double sum = 0;
        for (int i = row; i < row + width; i++) {
            sum += Math.exp(x[i] - top);
        }
        return top + Math.log(sum);
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
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                sum += dy[i];
            }
            for (int i = row; i < row + width; i++) {
                dx[i] += dy[i] - Math.exp(y[i]) * sum;
            }
        }
    }
}
