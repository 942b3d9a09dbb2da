package org.industrialmind.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.industrialmind.app.process.Scratch;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.learning.novelty.Pca;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.torch.nn.Examples;
import org.industrialmind.torch.nn.Fit;
import org.industrialmind.torch.nn.FitSettings;
import org.industrialmind.torch.nn.LayerSpec;
import org.industrialmind.torch.nn.Network;
import org.industrialmind.torch.nn.NetworkSpec;

/**
 * Whether memory stays flat: resident memory of this program while it streams at a moderate rate, and while it trains a
 * network for many steps, as slopes.
 *
 * <p>Resident memory holds what a heap dump does not: buffers, native tensors, compiled code. A tensor that is not given
 * back costs about 226 MB a thousand steps here.
 */
public final class MemoryBench {
    private static final int ASSETS = 100;
    private static final int CHANNELS = 50;
    private static final Duration PERIOD = Duration.ofMillis(50); // 2,000 rows a second: 100,000 values/s
    private static final int STEPS = 20_000;
    private static final int STEPS_A_LEG = 1_000;
    private static final int BATCH = 64;
    private static final int INPUTS = 170; // 10 rows of 17 channels: the dense autoencoder of a pump
    private static final int HIDDEN = 32;

    /** The heap may still be growing into its limit after some minutes; more than this is not that. */
    private static final double MOST_MB_PER_MINUTE = 10;

    private static final double MOST_MB_PER_THOUSAND_STEPS = 1;

    private final Duration streaming;
    private final Path out;
    private final Progress progress;
    private final Report report;

    public MemoryBench(Duration streaming, Path out, Progress progress) {
        this.streaming = streaming;
        this.out = out;
        this.progress = progress;
        report = new Report("bench memory", Instant.now()).seed(1);
    }

    /** Measures, writes the report, and returns whether both slopes are flat. */
    public boolean run() throws IOException, InterruptedException {
        train();
        stream();
        progress.say("Report: %s", report.write(out, Instant.now()));
        return report.allChecksHold();
    }

    private void train() {
        progress.say("Training a network for %,d steps ...", STEPS);
        Resident resident = new Resident();
        Examples examples = examples();
        NetworkSpec spec = new NetworkSpec(
                List.of(INPUTS),
                List.of(
                        new LayerSpec.Dense(INPUTS, HIDDEN),
                        new LayerSpec.Activation(LayerSpec.Activation.Function.RELU),
                        new LayerSpec.Dense(HIDDEN, INPUTS)));
        int epochs = STEPS_A_LEG * BATCH / examples.rows();
        FitSettings leg = new FitSettings(epochs, BATCH, 1e-4, epochs, 1.0); // patience: to the end
        try (Network network = Network.create(spec, 1)) {
            for (int done = STEPS_A_LEG; done <= STEPS; done += STEPS_A_LEG) {
                Fit.run(network, examples, examples, leg, 1);
                resident.observe(done / 1000.0);
            }
        }
        double slope = resident.slope();
        progress.say("  %.2f MB a thousand steps, %.0f MB at the end", slope, resident.last());
        report.metric("training_steps", STEPS)
                .metric("training_mb_per_1000_steps", slope)
                .metric("training_resident_mb", resident.last())
                .check(
                        "training gives its memory back",
                        slope <= MOST_MB_PER_THOUSAND_STEPS,
                        slope,
                        "<= " + MOST_MB_PER_THOUSAND_STEPS + " MB a thousand steps");
    }

    private static Examples examples() {
        SplittableRandom random = new SplittableRandom(1);
        int rows = 10 * BATCH;
        float[] values = new float[rows * INPUTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Examples(values, values, rows);
    }

    private void stream() throws IOException, InterruptedException {
        progress.say("Starting the local servers ...");
        try (Scratch scratch = Scratch.create("bench");
                BenchServers servers = BenchServers.open(scratch.folder())) {
            Fleet fleet = new Fleet("bench-memory", ASSETS, CHANNELS, PERIOD, 1);
            DetectorScorer scorer = new DetectorScorer(
                    new ModelRef("anomaly/bench-memory", 1),
                    new NoveltyTrainer(Pca.defaults(), NoveltySettings.defaults(), InstantSource.system())
                            .train(fleet.history(ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now())), 1));
            servers.store().prepare(fleet.schema());
            stream(servers, fleet, scorer);
        }
    }

    private void stream(BenchServers servers, Fleet fleet, DetectorScorer scorer) throws InterruptedException {
        Resident resident = new Resident();
        RowLedger ledger = new RowLedger();
        SampleStore store = servers.store();
        try (FramePath path = new FramePath(servers.kafka(), store, scorer);
                ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
            long began = System.nanoTime();
            watch.scheduleAtFixedRate(
                    () -> resident.observe((System.nanoTime() - began) / 60e9), 1, 1, TimeUnit.SECONDS);
            progress.say("Streaming for %.1f minutes ...", streaming.toSeconds() / 60.0);
            Load.Span span = new Load(fleet, path, ledger, 0).live(streaming);
            watch.shutdown();
            watch.awaitTermination(5, TimeUnit.SECONDS);
            judge(resident, span);
        }
    }

    private void judge(Resident resident, Load.Span span) {
        double slope = resident.slope();
        progress.say(
                "  %,d rows at %.0f a second: %.2f MB a minute, %.0f MB at the end",
                span.rows(), span.rowsPerSecond(), slope, resident.last());
        report.metric("streaming_rows", span.rows())
                .metric("streaming_mb_per_minute", slope)
                .metric("streaming_resident_mb", resident.last())
                .check(
                        "streaming does not grow",
                        slope <= MOST_MB_PER_MINUTE,
                        slope,
                        "<= " + MOST_MB_PER_MINUTE + " MB a minute");
    }
}
