package org.industrialmind.app.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.app.feed.DemoPlant;
import org.industrialmind.app.feed.PlantFeed;
import org.industrialmind.app.platform.LocalServers;
import org.industrialmind.app.platform.MaintenanceConfig;
import org.industrialmind.app.platform.Platform;
import org.industrialmind.app.platform.PlatformConfig;
import org.industrialmind.app.process.Home;
import org.industrialmind.app.scoring.ModelNames;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.app.training.DetectorTraining;
import org.industrialmind.app.training.TrainingService;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.simulator.plant.Scenario;
import org.industrialmind.telemetry.scoring.ScoringSnapshot;
import org.industrialmind.telemetry.wire.SchemaCatalogue;

/** The whole platform with a plant that has run well for some hours, and one pump whose bearing now wears out. */
final class FaultyPlant implements AutoCloseable {
    static final AssetId FAULTY = new AssetId("P-101");

    private static final Duration HISTORY = Duration.ofHours(6);
    /** The bearing lasts 15 minutes from the start of the live part; an alarm is due long before. */
    private static final Duration LIVE = Duration.ofMinutes(12);

    private static final double SPEED = 40; // a window's 10 seconds pass in a quarter of a second
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long SEED = 7;

    private final LocalServers servers;
    private final Platform platform;
    private final Path models;

    static FaultyPlant start(Path data) throws InterruptedException {
        LocalServers servers = LocalServers.open(data, LocalServers.Elsewhere.nothing(), server -> {});
        try {
            PlatformConfig config = PlatformConfig.defaults(data, Home.folder().resolve("dashboard/out"))
                    .withMaintenance(MaintenanceConfig.ofSimulatedPlant())
                    .withPort(0);
            FaultyPlant plant = new FaultyPlant(servers, Platform.start(config, servers.servers()), config.models());
            plant.run();
            return plant;
        } catch (RuntimeException | InterruptedException failed) {
            servers.close();
            throw failed;
        }
    }

    private FaultyPlant(LocalServers servers, Platform platform, Path models) {
        this.servers = servers;
        this.platform = platform;
        this.models = models;
    }

    private void run() throws InterruptedException {
        Instant start =
                Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(HISTORY).minus(LIVE);
        Plant plant = new Plant(Scenario.smoke(SEED, start, HISTORY));
        new DemoPlant(plant).declareTo(platform);
        AtomicLong sent = new AtomicLong();
        PlantFeed feed = new PlantFeed(plant, platform.producer(), frame -> sent.addAndGet(frame.rows()));
        feed.until(plant.scenario().liveStart());
        await("the history to be stored", () -> platform.snapshot().totals().rows() >= sent.get());
        platform.store().awaitVisible(PATIENCE);
        learn(plant);
        feed.live(
                feed.at(SPEED),
                () -> explained() || !plant.now().isBefore(start.plus(HISTORY).plus(LIVE)));
        await("an explained alarm of " + FAULTY, this::explained);
    }

    private void learn(Plant plant) {
        DetectorTraining training = new DetectorTraining(platform.store(), platform.registry(), InstantSource.system());
        for (FrameSchema schema : plant.schemas()) {
            List<AssetId> assets = plant.assets().stream()
                    .filter(asset -> asset.equipmentClass().equals(schema.equipmentClass()))
                    .map(Asset::id)
                    .toList();
            ModelVersion version = training.run(new DetectorTraining.Task(
                    DetectorKind.PCA,
                    ModelNames.ofClass(schema.equipmentClass()),
                    schema,
                    assets,
                    nanos(plant.scenario().start()),
                    nanos(plant.scenario().liveStart()),
                    platform.windows().windowLength(),
                    platform.windows().stride(),
                    SEED));
            platform.registry().promote(version.ref(), "browser test", "first version of this class");
        }
        platform.scorer().refresh();
    }

    private static long nanos(Instant time) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, time);
    }

    private boolean explained() {
        return alarm().filter(alarm -> !alarm.diagnosis().modes().isEmpty()).isPresent();
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(String what, Condition condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("waited " + PATIENCE + " for " + what);
            }
            Thread.sleep(50);
        }
    }

    /** Returns the open alarm of the faulty pump. */
    Optional<Alarm> alarm() {
        return platform.alarms().open(100).stream()
                .filter(alarm -> alarm.asset().equals(FAULTY))
                .findFirst();
    }

    Platform platform() {
        return platform;
    }

    /** Waits until what was delivered can be read back. */
    void awaitStored() throws InterruptedException {
        await("what was delivered to be taken in", () -> {
            ScoringSnapshot now = platform.snapshot();
            return now.gauges().lagRecords() == 0 && now.gauges().openRecords() == 0;
        });
        platform.store().awaitVisible(PATIENCE);
    }

    /** Has what waits in the queue of trainings done, as the worker of a platform does, while the work lasts. */
    void withWorker(Work work) throws IOException, InterruptedException {
        try (SchemaCatalogue schemas = new SchemaCatalogue(servers.servers().kafka());
                TrainingService worker =
                        new TrainingService(schemas, platform.store(), platform.database(), models, epoch -> {})) {
            worker.start();
            work.run();
        }
    }

    /** What needs a worker. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    @Override
    public void close() {
        platform.close();
        servers.close();
    }
}
