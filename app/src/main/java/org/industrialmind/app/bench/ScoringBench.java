package org.industrialmind.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.industrialmind.app.process.Scratch;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;
import org.industrialmind.signal.Window;

/**
 * What judging costs: how long one window takes each kind of detector, whether a machine judges a window of each of ten
 * thousand models every second and in how much memory, and how long an autoencoder learns from a month of minutes.
 *
 * <p>Every model of the ten thousand is read from disk on its own, as a machine with that many assets would hold it. On a
 * busy machine processor seconds tell more than the clock on the wall, so both are reported.
 */
public final class ScoringBench {
    private static final int CHANNELS = 30;
    private static final int WARM_UP = 3_000;
    private static final int CALLS = 10_000;
    private static final double MOST_P99_US = 1_000;
    private static final int MONTH_ROWS = 30 * 24 * 60;
    private static final double MOST_TRAINING_SECONDS = 60;
    private static final long SEED = 1;

    private final List<DetectorKind> kinds;
    private final int models;
    private final Path out;
    private final Progress progress;
    private final Report report = new Report("bench scoring", Instant.now()).seed(SEED);

    /** @param models how many are held at once, each read from disk by itself */
    public ScoringBench(List<DetectorKind> kinds, int models, Path out, Progress progress) {
        this.kinds = List.copyOf(kinds);
        this.models = models;
        this.out = out;
        this.progress = progress;
    }

    /** Measures, writes the report, and returns whether every promise held. */
    public boolean run() throws IOException {
        Fleet fleet = new Fleet("bench-scoring", 4, CHANNELS, Duration.ofSeconds(1), SEED);
        WindowSet history = fleet.history(now());
        Map<DetectorKind, AnomalyDetector> detectors = new EnumMap<>(DetectorKind.class);
        for (DetectorKind kind : kinds) {
            detectors.put(kind, kind.trainer(InstantSource.system()).train(history, SEED));
        }
        requireHeap(detectors);
        for (DetectorKind kind : kinds) {
            AnomalyDetector detector = Objects.requireNonNull(detectors.get(kind));
            one(kind, detector, history.windows());
            many(kind, detector, history.windows());
        }
        month();
        progress.say("Report: %s", report.write(out, Instant.now()));
        return report.allChecksHold();
    }

    private static long now() {
        return ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
    }

    /** Refuses to begin what would end for want of memory an hour later. */
    private void requireHeap(Map<DetectorKind, AnomalyDetector> detectors) throws IOException {
        List<HeapNeed> needs = new ArrayList<>();
        for (var entry : detectors.entrySet()) {
            DetectorFormat format = entry.getKey().format();
            try (Scratch scratch = new Scratch(Files.createTempDirectory("bench-scoring"))) {
                format.save(entry.getValue(), scratch.folder());
                String what = "models of kind " + entry.getKey().code();
                needs.add(HeapNeed.weigh(what, models, () -> format.load(scratch.folder())));
            }
        }
        HeapNeed.require(needs);
    }

    private void one(DetectorKind kind, AnomalyDetector detector, List<Window> windows) {
        IntConsumer call = number -> {
            int verdicts = detector.judge(List.of(windows.get(number % windows.size())))
                    .size();
            if (verdicts != 1) {
                throw new IllegalStateException("one window has " + verdicts + " verdicts");
            }
        };
        Latencies wall = Latencies.of(WARM_UP, CALLS, System::nanoTime, call);
        Latencies cpu = Latencies.of(0, CALLS, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime, call);
        double p99 = wall.microseconds(0.99);
        progress.say(
                "%-26s one window: %.0f us, 99%% within %.0f us; of processor %.0f and %.0f us",
                kind.code(), wall.microseconds(0.5), p99, cpu.microseconds(0.5), cpu.microseconds(0.99));
        report.metric(name(kind, "p50_us"), wall.microseconds(0.5))
                .metric(name(kind, "p99_us"), p99)
                .metric(name(kind, "p50_cpu_us"), cpu.microseconds(0.5))
                .metric(name(kind, "p99_cpu_us"), cpu.microseconds(0.99))
                .check(kind.code() + " judges a window", p99 < MOST_P99_US, p99, "p99 < " + MOST_P99_US + " us");
    }

    private void many(DetectorKind kind, AnomalyDetector detector, List<Window> windows) throws IOException {
        double before = Resident.megabytesNow();
        List<AnomalyDetector> held = new ArrayList<>(models);
        try (Scratch scratch = new Scratch(Files.createTempDirectory("bench-scoring"))) {
            kind.format().save(detector, scratch.folder());
            for (int i = 0; i < models; i++) {
                held.add(kind.format().load(scratch.folder()));
            }
        }
        judgeAll(held, windows); // the first second is the one in which memory is touched for the first time
        CpuTime began = CpuTime.now();
        long start = System.nanoTime();
        judgeAll(held, windows);
        double wall = (System.nanoTime() - start) / 1e9;
        double cpu = CpuTime.now().since(began).programSeconds();
        double memory = Resident.megabytesNow() - before;
        progress.say(
                "%-26s a window for each of %,d models: %.2f s on one thread, %.2f s of processor, %,.0f MB more",
                kind.code(), models, wall, cpu, memory);
        int cores = Runtime.getRuntime().availableProcessors();
        report.metric(name(kind, "models"), models)
                .metric(name(kind, "models_wall_s"), wall)
                .metric(name(kind, "models_cpu_s"), cpu)
                .metric(name(kind, "models_mb"), memory)
                .check(
                        kind.code() + " judges " + models + " models a second",
                        cpu < cores,
                        cpu,
                        "< " + cores + " processor seconds a second");
    }

    private static void judgeAll(List<AnomalyDetector> held, List<Window> windows) {
        for (int i = 0; i < held.size(); i++) {
            held.get(i).judge(List.of(windows.get(i % windows.size())));
        }
    }

    /** One machine's month, at one row a minute: 43,200 rows of 30 tags. */
    private void month() {
        Fleet fleet = new Fleet("bench-month", 1, CHANNELS, Duration.ofMinutes(1), SEED);
        WindowSet month = fleet.history(now(), MONTH_ROWS);
        CpuTime began = CpuTime.now();
        long start = System.nanoTime();
        DetectorKind.DENSE_AUTOENCODER.trainer(InstantSource.system()).train(month, SEED);
        double wall = (System.nanoTime() - start) / 1e9;
        double cpu = CpuTime.now().since(began).programSeconds();
        progress.say("%-26s a month of 30 tags: %.1f s, %.1f s of processor", "dense-autoencoder", wall, cpu);
        report.metric("training_windows", month.windows().size())
                .metric("training_wall_s", wall)
                .metric("training_cpu_s", cpu)
                .check(
                        "an autoencoder learns a month",
                        cpu < MOST_TRAINING_SECONDS,
                        cpu,
                        "< " + MOST_TRAINING_SECONDS + " processor seconds");
    }

    private static String name(DetectorKind kind, String what) {
        return kind.code().replace('-', '_') + "_" + what;
    }
}
