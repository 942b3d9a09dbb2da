package org.industrialmind.foundations.neural;

import java.util.OptionalDouble;

/**
 * One pass over all examples.
 *
 * @param number counted from 1
 * @param loss the mean over the batches, as they were met
 * @param heldOutLoss the mean over the examples held out, after the epoch
 */
public record Epoch(int number, double loss, OptionalDouble heldOutLoss) {
    /** Returns what epochs are compared by: the loss on examples held out, where there are any. */
    double judged() {
        return heldOutLoss.orElse(loss);
    }
}
