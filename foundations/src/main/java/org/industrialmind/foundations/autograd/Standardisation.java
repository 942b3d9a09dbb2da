package org.industrialmind.foundations.autograd;

import java.util.List;

/**
 * Mean 0 and variance 1 within each channel of a tensor seen as [outer, channel, inner]: y = (x - mean) / sqrt(variance +
 * epsilon). Rows of a layer norm are channels with outer = 1, channels of a batch norm have outer = batch.
 *
 * <p>Backward: moving one x moves the mean and the variance too, which takes the components along 1 and along y out of the
 * gradient: dx = (dy - mean(dy) - y mean(dy y)) / sqrt(variance + epsilon).
 *
 * <ol>
 *   <li>Ioffe and Szegedy 2015, Batch normalization, ICML.
 *   <li>Ba, Kiros and Hinton 2016, Layer normalization, arXiv 1607.06450.
 * </ol>
 */
final class Standardisation implements Operation {
    private final Tensor input;
    private final int outer;
    private final int channels;
    private final int inner;
    private final double[] scales; // 1 / sqrt(variance + epsilon), of each channel

    private Standardisation(Tensor input, int outer, int channels, int inner) {
        this.input = input;
        this.outer = outer;
        this.channels = channels;
        this.inner = inner;
        scales = new double[channels];
    }

    static Standardised ofRows(Tensor input, double epsilon) {
        int width = input.length(-1);
        return new Standardisation(input, 1, input.values.length / width, width).forward(epsilon);
    }

    static Standardised ofChannels(Tensor input, double epsilon) {
        Shape shape = input.shape();
        if (shape.rank() < 2) {
            throw new IllegalArgumentException("a tensor of shape " + shape
                    + " has no channels: expected [batch, channel]" + " or [batch, channel, place ...]");
        }
        return new Standardisation(input, shape.length(0), shape.length(1), shape.product(2, shape.rank()))
                .forward(epsilon);
    }

    private Standardised forward(double epsilon) {
        double[] x = input.values;
        double[] y = new double[x.length];
        double[] means = new double[channels];
        double[] variances = new double[channels];
        int count = outer * inner;
        for (int c = 0; c < channels; c++) {
            for (int o = 0; o < outer; o++) {
                int from = (o * channels + c) * inner;
                for (int i = from; i < from + inner; i++) {
                    means[c] += x[i] / count;
                }
            }
            for (int o = 0; o < outer; o++) {
                int from = (o * channels + c) * inner;
                for (int i = from; i < from + inner; i++) {
                    variances[c] += (x[i] - means[c]) * (x[i] - means[c]) / count;
                }
            }
            scales[c] = 1 / Math.sqrt(variances[c] + epsilon);
            for (int o = 0; o < outer; o++) {
                int from = (o * channels + c) * inner;
                for (int i = from; i < from + inner; i++) {
                    y[i] = (x[i] - means[c]) * scales[c];
                }
            }
        }
        return new Standardised(Tensor.made(y, input.shape(), this), means, variances);
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(input);
    }

    @Override
    public void backward(Tensor output) {
        double[] y = output.values;
        double[] dy = output.slot();
        double[] dx = input.slot();
        int count = outer * inner;
        for (int c = 0; c < channels; c++) {
            double mean = 0;
            double along = 0;
            for (int o = 0; o < outer; o++) {
                int from = (o * channels + c) * inner;
                for (int i = from; i < from + inner; i++) {
                    mean += dy[i] / count;
                    along += dy[i] * y[i] / count;
                }
            }
            for (int o = 0; o < outer; o++) {
                int from = (o * channels + c) * inner;
                for (int i = from; i < from + inner; i++) {
                    dx[i] += scales[c] * (dy[i] - mean - y[i] * along);
                }
            }
        }
    }
}
