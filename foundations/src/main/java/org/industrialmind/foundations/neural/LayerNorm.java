package org.industrialmind.foundations.neural;

import java.util.Arrays;
import java.util.Map;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Each row standardised by its own mean and variance, then scaled and shifted by what is learned: independent of the batch,
 * and so the same in training and in use.
 *
 * <p>Shape: [..., width]; scale and shift [width].
 */
public record LayerNorm(Tensor scale, Tensor shift, double epsilon) implements Layer {
    public LayerNorm {
        Checks.requireRank("scales", scale, 1);
        Checks.requireShape("shifts", shift, scale.length(0));
    }

    /** Begins with scale 1 and shift 0; epsilon is 1e-5. */
    public static LayerNorm of(int width) {
        return new LayerNorm(ones(width), Tensor.parameter(new double[width], width), 1e-5);
    }

    static Tensor ones(int width) {
        double[] ones = new double[width];
        Arrays.fill(ones, 1);
        return Tensor.parameter(ones, width);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        return input.standardisedRows(epsilon).times(scale).plus(shift);
    }

    @Override
    public Map<String, Tensor> state() {
        return new State().with("scale", scale).with("shift", shift).map();
    }
}
