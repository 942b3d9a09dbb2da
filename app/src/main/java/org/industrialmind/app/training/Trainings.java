package org.industrialmind.app.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.industrialmind.lifecycle.training.TrainingJob;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.lifecycle.training.TrainingState;
import org.industrialmind.lifecycle.training.TrainingStatus;
import org.industrialmind.signal.ModelRef;

/** Hands trainings to whichever worker is free and waits for what becomes of them. */
public final class Trainings {
    private static final Duration POLL = Duration.ofMillis(100);

    private final TrainingQueue queue;

    public Trainings(TrainingQueue queue) {
        this.queue = queue;
    }

    /**
     * Has all jobs done and returns the models in the order of the jobs.
     *
     * @throws IllegalStateException if one fails, or they are not done in time; the message says which and why
     */
    public List<ModelRef> run(List<TrainingJob> jobs, Duration patience) throws InterruptedException {
        return run(jobs, patience, () -> false);
    }

    /** The same, ended early when the caller says stop: then with the models that are done. */
    public List<ModelRef> run(List<TrainingJob> jobs, Duration patience, BooleanSupplier stop)
            throws InterruptedException {
        List<UUID> ids = jobs.stream().map(queue::submit).toList();
        Instant deadline = Instant.now().plus(patience);
        List<ModelRef> models = new ArrayList<>();
        for (UUID id : ids) {
            await(id, deadline, stop).ifPresent(models::add);
        }
        return models;
    }

    /**
     * Waits for a job that has been submitted and returns its model.
     *
     * @throws IllegalStateException if it fails, or is not done in time; the message says why
     */
    public ModelRef await(UUID job, Duration patience) throws InterruptedException {
        return await(job, Instant.now().plus(patience), () -> false).orElseThrow();
    }

    private Optional<ModelRef> await(UUID id, Instant deadline, BooleanSupplier stop) throws InterruptedException {
        while (!stop.getAsBoolean()) {
            TrainingStatus status = queue.status(id).orElseThrow();
            switch (status.state()) {
                case TrainingState.Succeeded done -> {
                    return Optional.of(done.model());
                }
                case TrainingState.Failed failed ->
                    throw new IllegalStateException(
                            "training of " + status.job().modelName() + " failed: " + failed.reason());
                case TrainingState.Queued queued -> requireTime(status, deadline, "still waits for a worker");
                case TrainingState.Running running -> requireTime(status, deadline, "is still running");
            }
            Thread.sleep(POLL);
        }
        return Optional.empty();
    }

    private static void requireTime(TrainingStatus status, Instant deadline, String standing) {
        if (Instant.now().isAfter(deadline)) {
            throw new IllegalStateException("training of " + status.job().modelName() + " " + standing
                    + "; next: see worker.json and worker.err among the logs of the data folder");
        }
    }
}
