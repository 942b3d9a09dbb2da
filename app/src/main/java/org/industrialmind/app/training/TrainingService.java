package org.industrialmind.app.training;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.lifecycle.registry.PostgresModelRegistry;
import org.industrialmind.lifecycle.registry.PromotionGate;
import org.industrialmind.lifecycle.training.TrainingJob;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.lifecycle.training.TrainingSettings;
import org.industrialmind.lifecycle.training.TrainingWorker;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.store.StoreUnavailableException;
import org.industrialmind.telemetry.wire.SchemaCatalogue;
import org.industrialmind.torch.imported.ImportedTrainer;
import org.industrialmind.torch.nn.Logbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a worker does with a job: learn, register, ask the gate, and promote what the gate lets through. A version that it
 * refuses stays in the registry with its numbers, for a person to judge.
 */
public final class TrainingService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingService.class);

    private final SchemaCatalogue schemas;
    private final ModelRegistry registry;
    private final TrainingQueue queue;
    private final DetectorTraining training;
    private final UnfinishedTrainings unfinished;
    private final Consumer<Logbook.Entry> reader;
    private final TrainingWorker worker;
    private final Path models;
    private final InstantSource clock = InstantSource.system();
    private final PromotionGate gate = PromotionGate.defaults();

    /**
     * The parts stay the caller's, who closes them after the service.
     *
     * @param reader hears of every epoch that a network is fitted for
     */
    public TrainingService(
            SchemaCatalogue schemas,
            SampleStore store,
            HikariDataSource database,
            Path models,
            Consumer<Logbook.Entry> reader)
            throws IOException {
        this.schemas = schemas;
        this.models = models;
        this.registry = new PostgresModelRegistry(database, models, clock);
        this.queue = new TrainingQueue(database, clock);
        this.training = new DetectorTraining(store, registry, clock);
        this.unfinished = new UnfinishedTrainings(models);
        this.reader = reader;
        this.worker = new TrainingWorker(database, this::train, TrainingSettings.defaults(), clock);
    }

    /**
     * Returns where a user's own network for a model lies, among the models, so that every worker finds it and the model can
     * be trained again.
     */
    public static Path imported(Path models, String modelName) {
        return models.resolve("imported").resolve(modelName.replace('/', '-'));
    }

    /**
     * Makes sure that a user's own network for a model has been brought.
     *
     * @throws IllegalArgumentException if it has not; the message says how to
     */
    public static void requireImported(Path models, String modelName) {
        if (!Files.exists(ImportedTrainer.kept(imported(models, modelName)))) {
            throw new IllegalArgumentException("no network has been brought for " + modelName
                    + " yet; next: name yours with --file NAME.onnx, as docs/your-own-detector.md shows");
        }
    }

    public void start() {
        unfinished.removeAll(this::ended); // such as of one that was given up
        worker.start();
    }

    private boolean ended(UUID id) {
        return queue.status(id).filter(job -> job.state().ended()).isPresent();
    }

    /** A training that is stopped leaves its logbook to the next attempt; one that succeeds or fails does not. */
    private ModelRef train(UUID id, TrainingJob job) {
        try {
            ModelRef made = train(job, unfinished.logbook(id, reader));
            unfinished.remove(id);
            return made;
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (StoreUnavailableException away) { // its message names an address, which is for the log
            unfinished.remove(id);
            throw new IllegalStateException(
                    "the store of readings did not answer; next: ask for the training again when it does", away);
        } catch (RuntimeException failed) {
            unfinished.remove(id);
            throw failed;
        }
    }

    private ModelRef train(TrainingJob job, Logbook logbook) {
        FrameSchema schema = schemas.find(job.schemaId())
                .orElseThrow(() -> new IllegalArgumentException("nobody has announced the schema "
                        + Long.toHexString(job.schemaId()) + " of " + job.equipmentClass()
                        + "; next: deliver readings of it first"));
        DetectorKind kind = DetectorKind.parse(job.kind());
        DetectorTraining.Task task = new DetectorTraining.Task(
                kind,
                job.modelName(),
                schema,
                job.assets(),
                nanos(job.from()),
                nanos(job.to()),
                job.windowLength(),
                job.stride(),
                job.seed());
        ModelVersion version = training.run(
                task,
                kind.imported()
                        ? kind.trainer(ImportedTrainer.kept(imported(models, job.modelName())), clock)
                        : kind.trainer(clock, logbook),
                logbook);
        promote(version);
        return version.ref();
    }

    private void promote(ModelVersion version) {
        switch (gate.judge(version.metrics())) {
            case PromotionGate.Decision.Accepted _ ->
                registry.promote(
                        version.ref(),
                        "gate",
                        registry.champion(version.ref().name()).isPresent()
                                ? "as good as the champion or better"
                                : "first of its name");
            case PromotionGate.Decision.Refused refused ->
                LOG.warn("event=not-promoted model=\"{}\" reasons=\"{}\"", version.ref(), refused.reasons());
        }
    }

    private static long nanos(Instant time) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, time);
    }

    @Override
    public void close() {
        worker.close();
    }
}
