package org.industrialmind.lifecycle.training;

import java.util.UUID;
import org.industrialmind.signal.ModelRef;

/** Does a training: reads, trains, registers. */
@FunctionalInterface
public interface TrainingHandler {
    /**
     * Trains and registers, and returns what was registered.
     *
     * <p>The same job may be handed over again, under the same id, if the worker died over it, even after it had registered a
     * model; a second version of the same model is then the price.
     *
     * @param id by which a handler may keep what it has of an unfinished job
     * @throws InterruptedException if the worker is stopped: the job goes back to the queue, as after a
     *     {@link java.util.concurrent.CancellationException}
     * @throws Exception if it cannot be done; the message becomes the reason of the failure, and it is not tried again
     */
    ModelRef train(UUID id, TrainingJob job) throws Exception;
}
