package org.industrialmind.torch.nn;

/**
 * How a network is fitted.
 *
 * @param epochs the most passes over the examples
 * @param batch examples in a step
 * @param learningRate of AdamW, before the schedule
 * @param patience epochs without a better held-out loss after which fitting ends
 * @param clip the most that the norm of the gradient may be
 * @param weightDecay the share of a weight that one unit of learning rate takes away; biases, scales and positions are left
 * @param schedule how the rate changes over all epochs
 * @param loss what is made small
 */
public record FitSettings(
        int epochs,
        int batch,
        double learningRate,
        int patience,
        double clip,
        double weightDecay,
        Schedule schedule,
        Loss loss) {
    /** @throws IllegalArgumentException if a setting is not positive, or the weight decay below zero */
    public FitSettings {
        if (epochs < 1 || batch < 1 || !(learningRate > 0) || patience < 1 || !(clip > 0) || !(weightDecay >= 0)) {
            throw new IllegalArgumentException("fit settings are not valid: epochs " + epochs + ", batch " + batch
                    + ", learning rate " + learningRate + ", patience " + patience + ", clip " + clip
                    + ", weight decay " + weightDecay + "; expected every one above zero, the decay zero or above");
        }
    }

    /** Makes settings for squared errors at a constant rate, without weight decay. */
    public FitSettings(int epochs, int batch, double learningRate, int patience, double clip) {
        this(epochs, batch, learningRate, patience, clip, 0, new Schedule.Constant(), new Loss.MeanSquared());
    }

    /** Returns settings that suit small networks: Adam's usual 1e-3, batches of 64, at most 40 epochs. */
    public static FitSettings defaults() {
        return new FitSettings(40, 64, 1e-3, 5, 1.0);
    }

    public FitSettings withWeightDecay(double decay) {
        return new FitSettings(epochs, batch, learningRate, patience, clip, decay, schedule, loss);
    }

    public FitSettings withSchedule(Schedule other) {
        return new FitSettings(epochs, batch, learningRate, patience, clip, weightDecay, other, loss);
    }

    public FitSettings withLoss(Loss other) {
        return new FitSettings(epochs, batch, learningRate, patience, clip, weightDecay, schedule, other);
    }

    /** @throws IllegalArgumentException if the value of a loss is no finite number: a fit cannot go on from there */
    double finite(String name, double value, int steps) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + " after " + steps
                    + " steps: expected a finite number; are the examples scaled, and is the learning rate "
                    + learningRate + " too high?");
        }
        return value;
    }
}
