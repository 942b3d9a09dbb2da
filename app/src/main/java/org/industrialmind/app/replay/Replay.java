package org.industrialmind.app.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import org.industrialmind.app.evaluate.JudgingSettings;
import org.industrialmind.app.evaluate.PooledResult;
import org.industrialmind.app.evaluate.Recording;
import org.industrialmind.app.evaluate.ResultPrint;
import org.industrialmind.app.evaluate.RowScores;
import org.industrialmind.app.evaluate.Trial;
import org.industrialmind.app.evaluate.TrialPlan;
import org.industrialmind.app.evaluate.TrialResult;
import org.industrialmind.app.feed.SentLedger;
import org.industrialmind.app.platform.LocalServers;
import org.industrialmind.app.platform.Platform;
import org.industrialmind.app.platform.PlatformConfig;
import org.industrialmind.app.process.Home;
import org.industrialmind.app.process.Scratch;
import org.industrialmind.app.scoring.ModelNames;
import org.industrialmind.app.training.DetectorTraining;
import org.industrialmind.learning.evaluation.DetectionMetrics;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.signal.Assessment;
import org.industrialmind.telemetry.scoring.ScoringConfig;
import org.industrialmind.torch.nn.Logbook;

/**
 * Plays recorded data through the whole system: each file is a machine, whose normal part is history to learn from and
 * whose test part then comes in live, is scored by the runtime, and raises alarms as any machine does.
 */
public final class Replay {
    private static final Duration DRAIN = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final int MOST_EPISODES = 10_000;

    private final TrialPlan plan;
    private final double speed;
    private final int port;
    private final Path out;
    private final Progress progress;

    /**
     * Prepares a replay.
     *
     * @param speed seconds of the recording for each second on the wall; infinite for as fast as the platform takes it
     * @param port of the pages and the API, 0 for any free one
     */
    public Replay(TrialPlan plan, double speed, int port, Path out, Progress progress) {
        this.plan = plan;
        this.speed = speed;
        this.port = port;
        this.out = out;
        this.progress = progress;
    }

    /** Runs, writes the report, and returns whether its checks hold. */
    public boolean run() throws IOException, InterruptedException {
        Report report = new Report("replay", Instant.now());
        List<Trial> trials = plan.trials();
        plan.describe(report);
        return Scratch.within("replay", progress, data -> run(data, trials, report));
    }

    private boolean run(Path data, List<Trial> trials, Report report) throws IOException, InterruptedException {
        progress.say("Starting Kafka, QuestDB, PostgreSQL and Neo4j on the loopback address ...");
        try (LocalServers local = LocalServers.open(
                        data, LocalServers.Elsewhere.nothing(), server -> progress.say("  %s ready", server.name()));
                Platform platform = Platform.start(config(data), local.servers())) {
            progress.say("Platform ready at %s", platform.url());
            play(platform, trials, report);
        }
        Path file = report.write(out, Instant.now());
        report.checks()
                .forEach(check -> progress.line(
                        "  %-4s %-28s measured %s, needed %s",
                        check.ok() ? "ok" : "FAIL", check.name(), check.measured(), check.needed()));
        progress.say("Report: %s", file);
        return report.allChecksHold();
    }

    private PlatformConfig config(Path data) {
        JudgingSettings settings = plan.settings();
        return PlatformConfig.defaults(data, Home.folder().resolve("dashboard/out"))
                .withScoring(ScoringConfig.defaults().withWindows(settings.windowLength(), settings.stride()))
                .withPort(port);
    }

    private void play(Platform platform, List<Trial> trials, Report report) throws InterruptedException {
        for (Trial trial : trials) {
            platform.declare(trial.recording().asset(), trial.recording().schema());
        }
        SentLedger ledger = new SentLedger();
        RecordingFeed feed = new RecordingFeed(trials, platform.producer(), ledger);

        progress.say("Streaming the normal parts of %d files ...", trials.size());
        feed.normalParts();
        awaitTakenIn(platform, ledger);
        train(platform, trials);

        progress.say("Streaming the test parts %s ...", pace());
        double began = progress.seconds();
        feed.testParts(speed);
        awaitTakenIn(platform, ledger);
        report.metric("test_parts_s", progress.seconds() - began);
        awaitAlarms(platform);
        judge(platform, trials, ledger, report);
    }

    private String pace() {
        return Double.isInfinite(speed)
                ? "as fast as they are taken in"
                : String.format("at %.0f times real time", speed);
    }

    /** Learns a detector for each machine from its own normal part, as it lies in the store. */
    private void train(Platform platform, List<Trial> trials) {
        progress.say(
                "Training a %s for each machine ...", plan.settings().detector().code());
        JudgingSettings settings = plan.settings();
        InstantSource clock = InstantSource.system();
        DetectorTraining training = new DetectorTraining(platform.store(), platform.registry(), clock);
        for (Trial trial : trials) {
            Recording recording = trial.recording();
            ModelVersion version = training.run(
                    new DetectorTraining.Task(
                            settings.detector(),
                            ModelNames.ofAsset(recording.asset().equipmentClass(), recording.id()),
                            recording.schema(),
                            List.of(recording.id()),
                            recording.time(0),
                            trial.testFromNanos(),
                            settings.windowLength(),
                            settings.stride(),
                            settings.seed()),
                    settings.trainer(clock),
                    Logbook.closed());
            platform.registry().promote(version.ref(), "replay", "learned from the normal part");
        }
        platform.scorer().refresh();
        progress.say("  %d models at work", trials.size());
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

    /** Waits until the desk has taken in no assessment for a while: it has then seen all there are. */
    private static void awaitAlarms(Platform platform) throws InterruptedException {
        long deadline = System.nanoTime() + DRAIN.toNanos();
        Map<Integer, Long> seen = Map.of();
        for (Map<Integer, Long> now = platform.alarms().positions();
                !now.equals(seen) && System.nanoTime() < deadline;
                now = platform.alarms().positions()) {
            seen = now;
            Thread.sleep(QUIET);
        }
    }

    private void judge(Platform platform, List<Trial> trials, SentLedger ledger, Report report) {
        platform.store().awaitVisible(DRAIN);
        PooledResult result = new PooledResult(
                trials.stream().map(trial -> result(platform, trial)).toList(), plan.settings());
        ResultPrint print = new ResultPrint(result);
        print.into(report);
        SentLedger.Comparison comparison = ledger.compare(platform.store());
        report.metric("readings_sent", comparison.sent())
                .metric("readings_stored", comparison.stored())
                .metric("duplicates", Math.max(0, comparison.stored() - comparison.sent()))
                .metric("alarms", platform.alarms().recent(MOST_EPISODES).size())
                .check(
                        "every reading stored once",
                        comparison.equal(),
                        comparison.stored(),
                        comparison.sent() + " rows, equal checksums");
        print.to(progress, plan.settings().detector().code());
        progress.line("");
    }

    private TrialResult result(Platform platform, Trial trial) {
        NavigableMap<Long, Double> scores = RowScores.collector();
        int most = 2
                        * (int) ((trial.endNanos() - trial.testFromNanos())
                                / trial.recording().schema().periodNanos())
                + 2;
        List<Assessment> stored = platform.store()
                .assessments(trial.recording().id(), trial.testFromNanos() + 1, trial.endNanos() + 1, most);
        stored.forEach(assessment -> scores.put(assessment.windowEndNanos(), RowScores.score(assessment)));
        List<DetectionMetrics.Span> episodes =
                platform.alarms().episodes(trial.recording().id(), MOST_EPISODES).stream()
                        .map(episode -> TrialResult.span(
                                episode.onsetNanos(),
                                episode.closedNanos().map(OptionalLong::of).orElse(OptionalLong.empty()),
                                trial))
                        .toList();
        return TrialResult.of(trial, scores, episodes, plan.settings().stride());
    }
}
