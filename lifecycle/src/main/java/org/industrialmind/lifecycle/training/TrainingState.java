package org.industrialmind.lifecycle.training;

import org.industrialmind.signal.ModelRef;

/** How far a training has come. */
public sealed interface TrainingState {
    /** Waits for a worker. */
    record Queued() implements TrainingState {}

    /** A worker has it. @param attempt counted from 1; more than 1 if earlier workers died over it */
    record Running(int attempt) implements TrainingState {}

    /** Done; the model is registered. */
    record Succeeded(ModelRef model) implements TrainingState {}

    /** Given up. @param reason in plain words */
    record Failed(String reason) implements TrainingState {}

    /** Returns whether nobody will work on it any more. */
    default boolean ended() {
        return switch (this) {
            case Queued _, Running _ -> false;
            case Succeeded _, Failed _ -> true;
        };
    }
}
