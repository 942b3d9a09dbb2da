package org.industrialmind.foundations.neural;

import java.util.Arrays;
import java.util.Map;
import org.industrialmind.foundations.autograd.Standardised;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Each channel standardised over the batch and all places, then scaled and shifted by what is learned. In training the
 * moments are those of the batch, and running means of them are kept; in use the running ones are taken, so that an answer
 * does not depend on what else was asked.
 *
 * <p>Shape: [batch, channel] or [batch, channel, place ...]; all tensors [channel]. A batch for training has two values of
 * each channel or more.
 *
 * @param means running means of the batches; no parameter, but part of the state
 * @param variances running variances of the batches, divided by the count less 1
 * @param momentum the share of a new batch in the running moments
 */
public record BatchNorm(Tensor scale, Tensor shift, Tensor means, Tensor variances, double epsilon, double momentum)
        implements Layer {
    public BatchNorm {
        Checks.requireRank("scales", scale, 1);
        Checks.requireShape("shifts", shift, scale.length(0));
        Checks.requireShape("means", means, scale.length(0));
        Checks.requireShape("variances", variances, scale.length(0));
    }

    /** Begins with scale 1, shift 0, mean 0 and variance 1; epsilon is 1e-5, momentum 0.1. */
    public static BatchNorm of(int channels) {
        return new BatchNorm(
                LayerNorm.ones(channels),
                Tensor.parameter(new double[channels], channels),
                Tensor.zeros(channels),
                Tensor.zeros(channels).plus(1),
                1e-5,
                0.1);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        int[] places = new int[input.shape().rank() - 1];
        Arrays.fill(places, 1);
        places[0] = input.length(1); // [channel, 1, ...] meets the channels of the input
        Tensor standardised;
        if (pass.isTraining()) {
            Standardised batch = input.standardisedChannels(epsilon);
            remember(batch, input.shape().size() / input.length(1));
            standardised = batch.output();
        } else {
            Tensor deviations = variances.plus(epsilon).power(0.5);
            standardised = input.minus(means.reshaped(places)).dividedBy(deviations.reshaped(places));
        }
        return standardised.times(scale.reshaped(places)).plus(shift.reshaped(places));
    }

    private void remember(Standardised batch, int count) {
        if (count < 2) {
            throw new IllegalArgumentException(
                    "a batch of one value of each channel has no variance: expected two or more examples");
        }
        double[] mean = batch.means();
        double[] variance = batch.variances();
        means.update((running, unused) -> {
            for (int c = 0; c < running.length; c++) {
                running[c] += momentum * (mean[c] - running[c]);
            }
        });
        variances.update((running, unused) -> {
            for (int c = 0; c < running.length; c++) {
                running[c] += momentum * (variance[c] * count / (count - 1) - running[c]);
            }
        });
    }

    @Override
    public Map<String, Tensor> state() {
        return new State()
                .with("scale", scale)
                .with("shift", shift)
                .with("means", means)
                .with("variances", variances)
                .map();
    }
}
