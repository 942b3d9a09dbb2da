package org.industrialmind.foundations.neural;

import java.util.Map;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Adds to each step waves that tell its place, for attention alone does not know any order: sin(t / 10000^(2i/width)) and the
 * cosine of the same, for i = 0, 1, ... A shift in time is a rotation of each pair, the same at every place.
 *
 * <p>Shape: [batch, time, width], width even.
 *
 * @see "Vaswani et al. 2017, Attention is all you need, NIPS, section 3.5"
 */
public record PositionalEncoding(int width) implements Layer {
    private static final double LONGEST = 10_000; // as in the paper

    public PositionalEncoding {
        if (width < 2 || width % 2 != 0) {
            throw new IllegalArgumentException("width is " + width + ": expected an even number, 2 or more");
        }
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        int time = input.length(1);
        double[] waves = new double[time * width];
        for (int t = 0; t < time; t++) {
            for (int i = 0; i < width; i += 2) {
                double angle = t / Math.pow(LONGEST, (double) i / width);
                waves[t * width + i] = Math.sin(angle);
                waves[t * width + i + 1] = Math.cos(angle);
            }
        }
        return input.plus(Tensor.of(waves, time, width));
    }

    @Override
    public Map<String, Tensor> state() {
        return Map.of();
    }
}
