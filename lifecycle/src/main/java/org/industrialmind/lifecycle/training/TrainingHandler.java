package org.industrialmind.lifecycle.training;

import org.industrialmind.signal.ModelRef;

/** Does a training: reads, trains, registers. */
@FunctionalInterface
public interface TrainingHandler {
    /**
     * Trains and registers, and returns what was registered.
     *
     * <p>The same job may be handed over again if the worker died over it, even after it had registered a model; a second
     * version of the same model is then the price.
     *
     * @throws Exception if it cannot be done; the message becomes the reason of the failure, and it is not tried again
     */
    ModelRef train(TrainingJob job) throws Exception;
}
