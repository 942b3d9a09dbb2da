package org.industrialmind.lifecycle.training;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.industrialmind.lifecycle.database.LifecycleDatabase;
import org.industrialmind.signal.ModelRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does trainings, one at a time, on a thread of its own; any number of workers may share a queue.
 *
 * <p>A job whose worker dies is handed to the next one after four silent heartbeats. One that has outlived as many workers
 * as {@link TrainingSettings#attempts()} allows is given up, since native code that crashes will crash again. A worker
 * that was only paused and comes back late finds its attempt overtaken, and its word no longer counts.
 */
public final class TrainingWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingWorker.class);
    private static final int SILENT_BEATS = 4; // the fewest that db-scheduler allows

    private final LifecycleDatabase database;
    private final TrainingQueue queue;
    private final TrainingHandler handler;
    private final TrainingSettings settings;
    private final InstantSource clock;
    private final Scheduler scheduler;

    /** Makes a worker, which rests until {@link #start()}. */
    public TrainingWorker(DataSource source, TrainingHandler handler, TrainingSettings settings, InstantSource clock) {
        this.database = new LifecycleDatabase(source);
        this.queue = new TrainingQueue(source, clock);
        this.handler = handler;
        this.settings = settings;
        this.clock = clock;
        OneTimeTask<Void> task = Tasks.oneTime(TrainingTask.DESCRIPTOR)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(settings.polling()))
                .execute((instance, context) -> work(UUID.fromString(instance.getId())));
        this.scheduler = Scheduler.create(source, task)
                .tableName(TrainingTask.TABLE)
                .serializer(TrainingTask.NO_DATA)
                .threads(1)
                .pollingInterval(settings.polling())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(SILENT_BEATS)
                .shutdownMaxWait(Duration.ofSeconds(5)) // then the training is interrupted and goes back to the queue
                .build();
    }

    /** Begins to look for work, and sees to jobs that a crash had left behind. */
    public void start() {
        queue.mend();
        scheduler.start();
    }

    private void work(UUID id) {
        OptionalInt attempt = database.inTransaction(connection -> TrainingRows.begin(connection, id, now()));
        if (attempt.isEmpty()) {
            return;
        }
        TrainingJob job = queue.status(id).orElseThrow().job();
        LOG.info(
                "training=started id={} model={} kind={} attempt={}",
                id,
                job.modelName(),
                job.kind(),
                attempt.getAsInt());
        TrainingState result = attempt.getAsInt() > settings.attempts()
                ? new TrainingState.Failed("given up: the worker died " + settings.attempts()
                        + " times over it; look at the worker's log for what killed it")
                : train(id, job);
        boolean counts = database.inTransaction(
                connection -> TrainingRows.end(connection, id, attempt.getAsInt(), result, now()));
        LOG.info("training=ended id={} model={} result=\"{}\" counts={}", id, job.modelName(), result, counts);
        if (result instanceof TrainingState.Queued) {
            throw new IllegalStateException(
                    "the worker was stopped amid training " + id + "; it goes back to the queue");
        }
    }

    private TrainingState train(UUID id, TrainingJob job) {
        try {
            ModelRef model = handler.train(id, job);
            return new TrainingState.Succeeded(model);
        } catch (InterruptedException | CancellationException stopped) {
            Thread.interrupted(); // or the word to the database would be cut short too
            return new TrainingState.Queued();
        } catch (Exception failure) {
            LOG.warn(
                    "training=failed model={} next=\"it is not tried again; submit it anew\"",
                    job.modelName(),
                    failure);
            String message = failure.getMessage();
            return new TrainingState.Failed(message == null ? failure.getClass().getSimpleName() : message);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    /** Stops looking for work and waits a little for the training at hand, which otherwise goes back to the queue. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
