package org.industrialmind.lifecycle.training;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.industrialmind.lifecycle.database.LifecycleDatabase;

/**
 * Trainings to be done by whichever {@link TrainingWorker} is free.
 *
 * <p>A job is one row of ours, which is the truth, and one of db-scheduler, which brings it to a worker. They are written
 * one after the other; a crash in between leaves a job that waits, and the next worker to start picks such jobs up.
 */
public final class TrainingQueue {
    private final LifecycleDatabase database;
    private final SchedulerClient scheduler;
    private final InstantSource clock;

    /** Opens the queue and brings its tables up to date. */
    public TrainingQueue(DataSource source, InstantSource clock) {
        this.database = new LifecycleDatabase(source);
        this.clock = clock;
        this.scheduler = SchedulerClient.Builder.create(source)
                .tableName(TrainingTask.TABLE)
                .serializer(TrainingTask.NO_DATA)
                .build();
    }

    /** Puts the job at the end of the queue and returns the id by which to ask for it. */
    public UUID submit(TrainingJob job) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.inTransaction(connection -> {
            TrainingRows.insert(connection, id, job, now);
            return id;
        });
        bringToWorker(id);
        return id;
    }

    public Optional<TrainingStatus> status(UUID id) {
        return database.inTransaction(connection -> TrainingRows.find(connection, id));
    }

    /** Returns the jobs, newest first. */
    public List<TrainingStatus> list(int limit) {
        return database.inTransaction(connection -> TrainingRows.newest(connection, limit));
    }

    /**
     * Returns the newest job of the model of that name that has not failed, or the newest that has if all have: what it is
     * trained for. Empty if it has never been trained here.
     */
    public Optional<TrainingStatus> last(String modelName) {
        return database.inTransaction(connection -> TrainingRows.newestOf(connection, modelName));
    }

    /**
     * Returns the job of {@link #last}.
     *
     * @throws IllegalArgumentException if there is none; the message names the models that have been trained
     */
    public TrainingJob requireLast(String modelName) {
        return last(modelName)
                .map(TrainingStatus::job)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + modelName + "' has never been trained here; known are "
                                + models() + "; next: use one of them, or train it"));
    }

    /** Returns the names of the models that have been trained here, in their order. */
    public List<String> models() {
        return database.inTransaction(TrainingRows::models);
    }

    /** Puts the job at the end of the queue unless one like it waits or runs already; returns the id of the one that does. */
    public UUID submitUnlessUnfinished(TrainingJob job) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID waits = database.inTransaction(connection -> {
            LifecycleDatabase.takeTurns(connection, "training");
            Optional<UUID> alike = TrainingRows.unfinished(connection, job);
            if (alike.isEmpty()) {
                TrainingRows.insert(connection, id, job, now);
            }
            return alike.orElse(id);
        });
        bringToWorker(waits);
        return waits;
    }

    /** Returns the id of a job like that one which still has to be done, the newest of several. */
    public Optional<UUID> unfinished(TrainingJob job) {
        return database.inTransaction(connection -> TrainingRows.unfinished(connection, job));
    }

    /** Sees to it that every job which still has to be done is on its way to a worker. */
    void mend() {
        database.inTransaction(TrainingRows::unfinished).forEach(this::bringToWorker);
    }

    private void bringToWorker(UUID id) {
        scheduler.scheduleIfNotExists(
                TrainingTask.DESCRIPTOR.instance(id.toString()).scheduledTo(clock.instant()));
    }
}
