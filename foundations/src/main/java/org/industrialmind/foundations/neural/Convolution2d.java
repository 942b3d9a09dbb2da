package org.industrialmind.foundations.neural;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Filters that slide over images and look for the same pattern at every place.
 *
 * <p>Shape: [batch, channel, height, width] -> [batch, filter, (height + 2 padding - rows) / stride + 1, (width + 2 padding -
 * columns) / stride + 1]; filters [filter, channel, row, column], bias [filter].
 */
public record Convolution2d(Tensor filters, Tensor bias, int stride, int padding) implements Layer {
    public Convolution2d {
        Checks.requireRank("filters", filters, 4);
        Checks.requireShape("biases", bias, filters.length(0));
    }

    /** Draws square filters for a relu behind them (He); stride 1, and as much padding as keeps the size if theirs is odd. */
    public static Convolution2d of(int channels, int filters, int size, RandomGenerator random) {
        return new Convolution2d(
                Initialiser.HE.filters(random, filters, channels, size, size),
                Tensor.parameter(new double[filters], filters),
                1,
                size / 2);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        return input.convolve2d(filters, stride, padding).plus(bias.reshaped(-1, 1, 1));
    }

    @Override
    public Map<String, Tensor> state() {
        return new State().with("filters", filters).with("bias", bias).map();
    }
}
