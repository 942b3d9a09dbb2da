package org.industrialmind.telemetry.scoring;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.FrameCodec;
import org.industrialmind.telemetry.wire.MalformedFrameException;
import org.industrialmind.telemetry.wire.Readings;

/**
 * How fast readings become windows: first one thread without a log, then the whole runtime on a real broker with a store
 * that only counts. Run {@code main}; it prints values per second and CPU time per row, which other load on the machine
 * hardly touches.
 */
final class ScoringBenchmark {
    private static final int ASSETS = 200;
    private static final int WIDTH = 50;
    private static final int ROWS = 20;
    private static final FrameSchema SCHEMA = Readings.schema("bench", WIDTH, FrameSchema.Precision.SINGLE);

    private ScoringBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        for (int round = 0; round < 3; round++) {
            decodeAndWindow(3_000);
        }
        wholeRuntime(Integer.getInteger("frames.per.asset", 300));
    }

    private static void decodeAndWindow(int framesPerAsset) throws MalformedFrameException {
        List<byte[]> first = new ArrayList<>();
        for (int part = 0; part < 30; part++) { // encoded once, replayed with the clock of the ring moving on
            for (int asset = 0; asset < ASSETS; asset++) {
                first.add(FrameCodec.encode(frame(asset, part)));
            }
        }
        FrameCodec codec = new FrameCodec(_ -> Optional.of(SCHEMA));
        long[] windows = new long[1];
        DueSink sink = new DueSink() {
            @Override
            public void due(Window window, boolean revision) {
                windows[0]++;
            }

            @Override
            public void historical(AssetId asset, FrameSchema schema, long firstEnd, long lastEnd) {}
        };
        long rows = 0;
        long cpu = cpuNanos();
        long start = System.nanoTime();
        for (int pass = 0; pass < framesPerAsset / 30; pass++) {
            KeyedWindows keyed = new KeyedWindows(ScoringConfig.defaults());
            long offset = 0;
            for (byte[] bytes : first) {
                Frame frame = codec.decode(bytes);
                keyed.append(frame, offset++, 0, sink);
                rows += frame.rows();
            }
        }
        report("decode and window", rows, windows[0], System.nanoTime() - start, cpuNanos() - cpu);
    }

    private static void wholeRuntime(int framesPerAsset) throws Exception {
        Path folder = Files.createTempDirectory("scoring-benchmark");
        ModelRef model = new ModelRef("anomaly/bench", 1);
        WindowScorer scorer = windows -> windows.stream()
                .<Assessment>map(window -> new Assessment.Normal(window.asset(), window.endNanos(), model, 0.5))
                .toList();
        try (ScoringBench bench = new ScoringBench(folder);
                SampleStore store = new CountingStore()) {
            ScoringRuntime runtime = bench.runtime(ScoringBench.config(bench.freshGroup()), store, Probe.NONE, scorer);
            for (int part = 0; part < framesPerAsset; part++) {
                List<Frame> frames = new ArrayList<>();
                for (int asset = 0; asset < ASSETS; asset++) {
                    frames.add(frame(asset, part));
                }
                bench.send(frames);
            }
            long cpu = cpuNanos();
            long start = System.nanoTime();
            runtime.start();
            bench.awaitDone(runtime);
            var totals = runtime.snapshot().totals();
            report("whole runtime", totals.rows(), totals.windows(), System.nanoTime() - start, cpuNanos() - cpu);
            runtime.close();
        }
    }

    private static Frame frame(int asset, int part) {
        SplittableRandom random = new SplittableRandom(asset * 31L + part);
        long[] times = new long[ROWS];
        double[] values = new double[ROWS * WIDTH];
        double level = 0;
        for (int row = 0; row < ROWS; row++) {
            times[row] = 1_700_000_000L * Readings.SECOND + ((long) part * ROWS + row) * Readings.SECOND;
            for (int channel = 0; channel < WIDTH; channel++) {
                level += random.nextGaussian();
                values[row * WIDTH + channel] = level;
            }
        }
        return Frame.good(new AssetId("BENCH-" + asset), SCHEMA, times, values);
    }

    private static void report(String what, long rows, long windows, long wall, long cpu) {
        System.out.printf(
                "%s: %,d rows of %d, %,d windows; %,.0f values/s, %.2f us CPU a row%n",
                what, rows, WIDTH, windows, rows * WIDTH * 1e9 / wall, cpu / 1e3 / rows);
    }

    /** CPU time of this process, the compiler's and the collector's included. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
