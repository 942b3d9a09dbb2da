package org.industrialmind.app.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.advisor.alarm.AlarmState;
import org.industrialmind.app.feed.DemoPlant;
import org.industrialmind.app.feed.PlantFeed;
import org.industrialmind.app.platform.LocalServers;
import org.industrialmind.app.platform.MaintenanceConfig;
import org.industrialmind.app.platform.Platform;
import org.industrialmind.app.platform.PlatformConfig;
import org.industrialmind.app.platform.ServerEnvironment;
import org.industrialmind.app.process.Home;
import org.industrialmind.app.process.WorkerProcess;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.app.training.Trainings;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.simulator.plant.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs the platform until Ctrl-C, with a simulated plant or with people's own machines alone.
 *
 * <p>The plant has a past of eight hours, from which models learn what is normal, and a fault on one pump that began a
 * quarter of an hour ago, so that there is something to see. A second start keeps data, models and alarms, and
 * goes on after the newest reading that is stored.
 */
@Command(
        name = "up",
        description =
                "Starts servers, platform and a simulated plant, if wanted; prints where to look. Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
    private static final Duration PAST = Duration.ofHours(8);
    /** How long the plant's first fault has been growing when the platform starts: long enough to show. */
    private static final Duration FAULT_AGE = Duration.ofMinutes(14);
    /** The scenario's first fault begins this long before its live part; see {@link Scenario#live}. */
    private static final Duration FAULT_LEAD = Duration.ofMinutes(5);

    /** How much faster than a real plant this one wears: a bearing that lasts weeks lasts half an hour, a day a minute. */
    private static final double DAMAGE_CLOCK = 1440;

    /** What an earlier run may have left in the log that is not in the store yet. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(10);

    private static final Duration WARM_UP = Duration.ofMinutes(2);
    private static final Duration TRAINING_PATIENCE = Duration.ofMinutes(5);

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the pages and the API (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the simulated plant (default: ${DEFAULT-VALUE}).")
    private long seed = 7;

    @Option(
            names = "--without-plant",
            description = "No simulated plant: only the machines that you add, as docs/your-own-machines.md shows.")
    private boolean withoutPlant;

    @Option(names = "--new-admin-key", description = "Issue another admin key, where the first has been lost.")
    private boolean newAdminKey;

    @Mixin
    private ServerOptions servers = new ServerOptions();

    private final Progress progress = new Progress(System.out);
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<EpisodeId, AlarmState> told = new ConcurrentHashMap<>();

    @Override
    public Integer call() throws Exception {
        LocalServers.Elsewhere elsewhere = servers.elsewhere();
        Path folder = data.toAbsolutePath().normalize();
        System.setProperty("industrialmind.logs", folder.resolve("logs").toString());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stop));
        progress.say("Starting the servers ...");
        try (LocalServers local =
                        LocalServers.open(folder, elsewhere, server -> progress.say("  %s ready", server.name()));
                WorkerProcess worker = WorkerProcess.start(
                        folder, environment -> ServerEnvironment.handOn(local.servers(), environment));
                Platform platform = Platform.start(config(folder), local.servers())) {
            welcome(platform);
            platform.alarms().onChange(this::tell);
            if (withoutPlant) {
                watch(platform);
            }
            while (!stopping()) {
                run(platform, folder);
            }
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private PlatformConfig config(Path folder) {
        return PlatformConfig.defaults(folder, Home.folder().resolve("dashboard/out"))
                .withPort(port)
                .withMaintenance(
                        withoutPlant
                                ? MaintenanceConfig.defaults()
                                : MaintenanceConfig.ofSimulatedPlant().faster(DAMAGE_CLOCK));
    }

    /** Waits for readings of people's own machines, until this program is stopped. */
    private void watch(Platform platform) throws InterruptedException {
        int machines = platform.assets().assets().size();
        progress.say(
                machines == 0
                        ? "There is no machine yet: docs/your-own-machines.md shows how to add one."
                        : "Waiting for the readings of %d machines.",
                machines);
        ending.await();
    }

    private void welcome(Platform platform) {
        URI url = platform.url();
        var secret = newAdminKey ? Optional.of(platform.newAdminKey()) : platform.firstAdminSecret();
        progress.line("");
        secret.ifPresentOrElse(
                key -> {
                    progress.line("  Open        %s/#key=%s", url, key);
                    progress.line("  Admin key   %s   (shown this once; keep it)", key);
                },
                () -> progress.line("  Open        %s   (sign in with your key; lost it? add --new-admin-key)", url));
        progress.line("  API         %s/docs", url);
        progress.line("  Data        %s", data.toAbsolutePath().normalize());
        progress.line("  Stop        Ctrl-C");
        progress.line("");
    }

    /** Lets a plant live for its month, or until this program is stopped. */
    private void run(Platform platform, Path folder) throws InterruptedException {
        boolean first = !new DemoPlant(new Plant(scenario(PAST))).learned(platform.registry());
        Duration past = first ? PAST : WARM_UP.plus(FAULT_LEAD);
        Scenario scenario = scenario(past);
        Plant simulated = new Plant(scenario);
        DemoPlant plant = new DemoPlant(simulated);
        plant.declareTo(platform);
        PlantFeed feed = new PlantFeed(simulated, platform.producer(), frame -> {});
        plant.newest(platform.store()::latest).ifPresent(stored -> feed.skipTo(stored.plus(ON_THE_WAY)));
        if (first) {
            progress.say("The simulated plant's past of %d hours goes into the store ...", past.toHours());
            Instant allWell = scenario.liveStart().minus(FAULT_LEAD).minus(Duration.ofMinutes(1));
            feed.until(allWell, this::stopping);
            if (!stopping()) {
                progress.say("Models learn what is normal ...");
                List<ModelRef> models = new Trainings(new TrainingQueue(platform.database(), InstantSource.system()))
                        .run(
                                plant.learnNormal(
                                        DetectorKind.GAUSSIAN, scenario.start(), allWell, platform.windows(), seed),
                                TRAINING_PATIENCE,
                                this::stopping);
                models.forEach(model -> tellIfRefused(platform.registry(), model, folder));
                platform.scorer().refresh();
            }
        }
        if (!stopping()) {
            int machines = simulated.assets().size();
            int own = platform.assets().assets().size() - machines;
            progress.say("The simulated plant is live: %d machines, a reading of each every second.", machines);
            if (own > 0) {
                progress.say("Beside it, %d machines of your own; --without-plant leaves the simulated ones out.", own);
            }
        }
        feed.live(Instant::now, this::stopping);
    }

    private Scenario scenario(Duration past) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return Scenario.live(seed, now.minus(FAULT_AGE).plus(FAULT_LEAD).minus(past), past);
    }

    private boolean stopping() {
        return ending.getCount() == 0;
    }

    private void tellIfRefused(ModelRegistry registry, ModelRef model, Path folder) {
        if (!registry.find(model).map(ModelVersion::champion).orElse(false)) {
            progress.say(
                    "The gate did not promote %s: its machines are not judged. %s says why.",
                    model, folder.resolve("logs/worker.json"));
        }
    }

    /** Tells of an alarm when its state changes; that it goes on, and grows, is for the pages to show. */
    private void tell(Alarm alarm) {
        if (told.put(alarm.id(), alarm.state()) != alarm.state()) {
            progress.say(
                    "%s alarm, %s: %s", alarm.priority().code(), alarm.state().code(), alarm.message());
        }
    }

    private void stop() {
        ending.countDown();
        progress.say("Stopping ...");
        try {
            stopped.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
