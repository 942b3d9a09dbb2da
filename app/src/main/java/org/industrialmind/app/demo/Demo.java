package org.industrialmind.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.app.feed.DemoPlant;
import org.industrialmind.app.feed.PlantFeed;
import org.industrialmind.app.feed.SentLedger;
import org.industrialmind.app.platform.LocalServers;
import org.industrialmind.app.platform.MaintenanceConfig;
import org.industrialmind.app.platform.Platform;
import org.industrialmind.app.platform.PlatformConfig;
import org.industrialmind.app.platform.ServerEnvironment;
import org.industrialmind.app.process.Home;
import org.industrialmind.app.process.Scratch;
import org.industrialmind.app.process.WorkerProcess;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.app.training.Trainings;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.simulator.plant.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The whole path without a person: servers up, a plant streamed, models trained, faults seeded, alarms raised and
 * explained, and every reading accounted for.
 *
 * <p>The plant's past is streamed as fast as the log takes it, its present faster than real time; its physics does not
 * know.
 */
public final class Demo {
    /** Plant seconds for each second on the wall: the live hour takes a minute. */
    static final double SPEED = 60;

    /** When the plant's story begins; fixed, so that a seed tells the same story, weather and all, on any day. */
    private static final Instant SEASON = Instant.parse("2026-09-07T00:00:00Z");

    private static final Duration DRAIN = Duration.ofMinutes(2);
    private static final Duration TRAINING = Duration.ofMinutes(5);
    private static final EquipmentClass PUMPS = new EquipmentClass("centrifugal-pump");

    private final long seed;
    private final Path out;
    private final Progress progress;
    private final AtomicReference<@Nullable Double> firstExplained = new AtomicReference<>();

    public Demo(long seed, Path out, Progress progress) {
        this.seed = seed;
        this.out = out;
        this.progress = progress;
    }

    /** Runs the demonstration, writes its report, and returns whether every promise held. */
    public boolean run() throws IOException, InterruptedException {
        return Scratch.within("demo", progress, this::run);
    }

    private boolean run(Path data) throws IOException, InterruptedException {
        Instant started = Instant.now();
        Report report = new Report("demo", started).seed(seed).data("name", "simulated plant, scenario smoke");
        progress.say("Starting Kafka, QuestDB, PostgreSQL and Neo4j on the loopback address ...");
        try (LocalServers local = LocalServers.open(
                data, LocalServers.Elsewhere.nothing(), server -> progress.say("  %s ready", server.name()))) {
            double ready = progress.seconds();
            report.metric("servers_ready_s", ready);
            PlatformConfig config = PlatformConfig.defaults(data, Home.folder().resolve("dashboard/out"))
                    .withMaintenance(MaintenanceConfig.ofSimulatedPlant())
                    .withPort(0);
            try (WorkerProcess worker = WorkerProcess.start(
                            data, environment -> ServerEnvironment.handOn(local.servers(), environment));
                    Platform platform = Platform.start(config, local.servers())) {
                progress.say("Platform ready at %s", platform.url());
                play(platform, report, ready);
            }
        }
        report.metric("total_s", progress.seconds());
        Path file = report.write(out, Instant.now());
        print(report, file);
        return report.allChecksHold();
    }

    private void play(Platform platform, Report report, double ready) throws InterruptedException {
        Plant simulated = plant();
        Scenario scenario = simulated.scenario();
        DemoPlant plant = new DemoPlant(simulated);
        plant.declareTo(platform);
        platform.alarms().onChange(alarm -> heard(alarm, ready));
        SentLedger ledger = new SentLedger();
        PlantFeed feed = new PlantFeed(simulated, platform.producer(), ledger::sent);

        progress.say(
                "Streaming %d machines: %d hours of history ...",
                simulated.assets().size(), scenario.history().toHours());
        feed.until(scenario.liveStart());
        awaitTakenIn(platform, ledger);
        progress.say("  %,d readings in the store", ledger.rows());

        Trainings trainings = new Trainings(new TrainingQueue(platform.database(), InstantSource.system()));
        progress.say("Learning what is normal, in a worker process ...");
        trainings
                .run(
                        plant.learnNormal(
                                DetectorKind.GAUSSIAN,
                                scenario.start(),
                                scenario.liveStart(),
                                platform.windows(),
                                seed),
                        TRAINING)
                .forEach(model -> progress.say("  trained %s", model));
        platform.scorer().refresh();
        report.metric("first_model_s", progress.seconds() - ready);

        progress.say("Streaming the live hour at %.0f times real time, with seeded faults ...", SPEED);
        feed.live(feed.at(SPEED), () -> false);
        awaitTakenIn(platform, ledger);
        settle(platform);
        judge(platform, simulated, ledger, report);
        challenge(platform, plant, scenario, trainings, report);
    }

    /** Trains an autoencoder on libtorch as a challenger of the pumps' champion, and lets the gate decide. */
    private void challenge(Platform platform, DemoPlant plant, Scenario scenario, Trainings trainings, Report report)
            throws InterruptedException {
        progress.say("Training a convolutional autoencoder for the pumps on libtorch ...");
        double began = progress.seconds();
        ModelRef challenger = trainings
                .run(
                        List.of(plant.learnNormal(
                                DetectorKind.CONVOLUTIONAL_AUTOENCODER,
                                PUMPS,
                                scenario.start(),
                                scenario.liveStart(),
                                platform.windows(),
                                seed)),
                        TRAINING)
                .getFirst();
        ModelVersion version = platform.registry().find(challenger).orElseThrow();
        report.metric("autoencoder_trained_s", progress.seconds() - began);
        progress.say(
                "  trained %s in %.0f s; the gate %s it: %s",
                challenger,
                progress.seconds() - began,
                version.champion() ? "promoted" : "did not promote",
                new TreeMap<>(version.metrics()));
        double heldOut = version.metrics().getOrDefault("held_out", 0.0);
        report.check(
                "a deep model trained in the JVM",
                heldOut == 1,
                challenger.toString(),
                "judged on windows it never saw");
    }

    private Plant plant() {
        return new Plant(Scenario.smoke(seed, SEASON));
    }

    private void heard(Alarm alarm, double ready) {
        if (!alarm.diagnosis().modes().isEmpty() && firstExplained.compareAndSet(null, progress.seconds() - ready)) {
            progress.say("First explained alarm: %s", alarm.message());
        }
    }

    /** Waits until what was sent has been stored and judged. */
    private static void awaitTakenIn(Platform platform, SentLedger ledger) throws InterruptedException {
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (System.nanoTime() < deadline) {
            var snapshot = platform.snapshot();
            boolean done = snapshot.totals().rows() >= ledger.rows()
                    && snapshot.gauges().openRecords() == 0
                    && snapshot.gauges().lagRecords() == 0;
            if (done) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException(
                "the platform did not take in " + ledger.rows() + " rows within " + DRAIN + ": " + platform.snapshot());
    }

    /** Waits until the last assessments have become alarms, and has those diagnosed. */
    private static void settle(Platform platform) throws InterruptedException {
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (!platform.advised()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the desks did not take in all assessments within " + DRAIN
                        + "; next: see the platform's log for what holds them up");
            }
            Thread.sleep(50);
        }
        platform.alarms().completeDiagnoses();
    }

    private void judge(Platform platform, Plant plant, SentLedger ledger, Report report) {
        Instant end = plant.scenario().end();
        FaultScore score = FaultScore.of(plant.labels(), platform.alarms().recent(10_000), end);
        SentLedger.Comparison comparison = ledger.compare(platform.store());
        for (FaultScore.Outcome outcome : score.outcomes()) {
            progress.line(
                    "  %-10s %-24s %s",
                    outcome.fault().asset(),
                    outcome.fault().mode(),
                    outcome.detected()
                            ? String.format(
                                    "found %d s after it could be noticed; %s",
                                    outcome.delay().orElse(Duration.ZERO).toSeconds(),
                                    outcome.named() ? "named rightly" : "named otherwise")
                            : "MISSED");
            report.item(
                    outcome.fault().id(),
                    Map.of(
                            "detected",
                            outcome.detected() ? 1.0 : 0.0,
                            "alarms",
                            (double) outcome.alarms().size(),
                            "delay_s",
                            outcome.delay().map(d -> d.toMillis() / 1000.0).orElse(Double.NaN),
                            "named",
                            outcome.named() ? 1.0 : 0.0));
        }
        score.falseAlarms().forEach(alarm -> progress.line("  FALSE      %s", alarm.message()));
        Double explained = firstExplained.get();
        report.metric("first_explained_alarm_s", explained == null ? Double.NaN : explained)
                .metric("faults_seeded", score.outcomes().size())
                .metric("faults_detected", score.detected())
                .metric("faults_missed", score.outcomes().size() - score.detected())
                .metric(
                        "faults_named",
                        score.outcomes().stream()
                                .filter(FaultScore.Outcome::named)
                                .count())
                .metric("false_episodes", score.falseAlarms().size())
                .metric("repeated_alarms", score.repeated())
                .metric("readings_sent", comparison.sent())
                .metric("readings_stored", comparison.stored())
                .metric("duplicates", Math.max(0, comparison.stored() - comparison.sent()));
        report.check(
                        "no fault missed",
                        score.detected() == score.outcomes().size(),
                        score.detected(),
                        "all " + score.outcomes().size())
                .check(
                        "at most one false episode",
                        score.falseAlarms().size() <= 1,
                        score.falseAlarms().size(),
                        "<= 1")
                .check("one alarm for each fault", score.repeated() == 0, score.repeated(), "0 on top")
                .check("an explained alarm", explained != null, explained == null ? "none" : explained, "at least one")
                .check(
                        "every reading stored once",
                        comparison.equal(),
                        comparison.stored(),
                        comparison.sent() + " rows, equal checksums");
    }

    private void print(Report report, Path file) {
        progress.line("");
        report.checks()
                .forEach(check -> progress.line(
                        "  %-4s %-28s measured %s, needed %s",
                        check.ok() ? "ok" : "FAIL", check.name(), check.measured(), check.needed()));
        progress.say(
                "%s Report: %s", report.allChecksHold() ? "Every promise held." : "Some promises did not hold.", file);
    }
}
