package org.industrialmind.torch.nn;

import java.util.List;

/** What a fit said of itself, epoch by epoch. */
public record LossCurve(List<Epoch> epochs) {
    /**
     * One pass over the examples.
     *
     * @param number from 1
     * @param rate learning rate of its last step
     * @param training mean loss of its steps, each before the step was made, with dropout
     * @param heldOut loss on the held-out examples after it
     */
    public record Epoch(int number, double rate, double training, double heldOut) {}

    public LossCurve {
        epochs = List.copyOf(epochs);
    }
}
