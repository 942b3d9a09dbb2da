package org.industrialmind.serving.training;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.industrialmind.lifecycle.training.TrainingJob;
import org.industrialmind.lifecycle.training.TrainingState;
import org.industrialmind.lifecycle.training.TrainingStatus;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.ModelRef;
import org.jspecify.annotations.Nullable;

/**
 * A training and how far it is.
 *
 * @param state {@code queued}, {@code running}, {@code done} or {@code failed}
 * @param made the version that came of it, when it is done
 * @param refused why the gate did not let it go to work, in plain words; empty where it did
 * @param failure why it failed, and what to do next
 */
public record TrainingView(
        UUID id,
        String model,
        String detector,
        List<String> assets,
        Instant from,
        Instant to,
        long seed,
        Instant submitted,
        Instant changed,
        String state,
        @Nullable ModelRef made,
        List<String> refused,
        @Nullable String failure) {
    /** @param refused tells why the gate did not let a version go to work */
    static TrainingView of(TrainingStatus status, Function<ModelRef, List<String>> refused) {
        return switch (status.state()) {
            case TrainingState.Queued _ -> of(status, "queued", null, List.of(), null);
            case TrainingState.Running _ -> of(status, "running", null, List.of(), null);
            case TrainingState.Succeeded done -> of(status, "done", done.model(), refused.apply(done.model()), null);
            case TrainingState.Failed failed -> of(status, "failed", null, List.of(), failed.reason());
        };
    }

    private static TrainingView of(
            TrainingStatus status,
            String state,
            @Nullable ModelRef made,
            List<String> refused,
            @Nullable String failure) {
        TrainingJob job = status.job();
        return new TrainingView(
                status.id(),
                job.modelName(),
                job.kind(),
                job.assets().stream().map(AssetId::value).toList(),
                job.from(),
                job.to(),
                job.seed(),
                status.submitted(),
                status.changed(),
                state,
                made,
                refused,
                failure);
    }
}
