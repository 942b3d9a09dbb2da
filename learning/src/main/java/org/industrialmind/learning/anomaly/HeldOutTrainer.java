package org.industrialmind.learning.anomaly;

import org.industrialmind.learning.Trainer;

/**
 * Trains detectors whose limits come from windows that the fit has not seen, and lets whoever makes windows ready beforehand
 * part them first: what is learned to make them ready must not have seen those windows either.
 *
 * @param <D> the detectors it makes
 */
public interface HeldOutTrainer<D extends AnomalyDetector> extends Trainer<WindowSet, D> {
    /** Parts windows as this trainer would. */
    HoldOut parted(WindowSet data);

    /**
     * Trains a detector that knows all windows, with limits set by one that knows a part.
     *
     * @param data normal windows, made ready by all that is known
     * @param parts the same windows, made ready by what the fitted part alone teaches; nothing held out where the fitted
     *     windows must do
     */
    D train(WindowSet data, HoldOut parts, long seed);

    @Override
    default D train(WindowSet data, long seed) {
        return train(data, parted(data), seed);
    }
}
