package org.industrialmind.foundations.neural;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Filters that slide over time and look for the same pattern at every place.
 *
 * <p>Shape: [batch, channel, time] -> [batch, filter, (time + 2 padding - width) / stride + 1]; filters [filter, channel,
 * width], bias [filter].
 */
public record Convolution1d(Tensor filters, Tensor bias, int stride, int padding) implements Layer {
    public Convolution1d {
        Checks.requireRank("filters", filters, 3);
        Checks.requireShape("biases", bias, filters.length(0));
    }

    /** Draws the filters for a relu behind them (He); stride 1, and as much padding as keeps the length if the width is odd. */
    public static Convolution1d of(int channels, int filters, int width, RandomGenerator random) {
        return new Convolution1d(
                Initialiser.HE.filters(random, filters, channels, width),
                Tensor.parameter(new double[filters], filters),
                1,
                width / 2);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        return input.convolve1d(filters, stride, padding).plus(bias.reshaped(-1, 1));
    }

    @Override
    public Map<String, Tensor> state() {
        return new State().with("filters", filters).with("bias", bias).map();
    }
}
