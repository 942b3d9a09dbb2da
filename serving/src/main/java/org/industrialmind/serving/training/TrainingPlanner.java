package org.industrialmind.serving.training;

import org.industrialmind.lifecycle.training.TrainingJob;

/** Makes a whole job of what somebody asks for; implemented where machines and detectors are known. */
@FunctionalInterface
public interface TrainingPlanner {
    /**
     * Returns the job that was meant.
     *
     * @throws IllegalArgumentException if it cannot be done; the message says why, and what to do next
     */
    TrainingJob plan(TrainingOrder order);
}
