package org.industrialmind.learning.novelty;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;

/**
 * Prints how much processor time each method takes to judge a window of 60 rows and 30 channels, and to train on 600 of
 * them, on one thread, beside {@link Pca}; it is not wall time, so that a busy machine does not count.
 */
public final class NoveltyBenchmark {
    private static final int ROWS = 60;
    private static final int CHANNELS = 30;
    private static final int ROUNDS = 5;
    private static final AssetId ASSET = new AssetId("B-1");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private NoveltyBenchmark() {}

    public static void main(String[] arguments) {
        List<Window> windows = windows(600, new SplittableRandom(1));
        List<NoveltyMethod> methods = List.of(
                Pca.defaults(),
                DynamicPca.defaults(),
                LaggedDistance.defaults(),
                NearestPatch.defaults(),
                LinearForecast.defaults(),
                RobustDistance.defaults(),
                Aakr.defaults(),
                PatchMemory.defaults(),
                StretchProfile.defaults(),
                IsolationTrees.defaults());
        double first = 0;
        for (NoveltyMethod method : methods) {
            long start = THREADS.getCurrentThreadCpuTime();
            NoveltyDetector detector = new NoveltyTrainer(method, NoveltySettings.defaults(), InstantSource.system())
                    .train(new WindowSet("bench", windows), 1);
            double training = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
            double micros = micros(detector, windows);
            first = first == 0 ? micros : first;
            System.out.printf(
                    "%-18s %7.1f us per %d x %d window, %5.1f times pca; training %.1f s%n",
                    method.kind(), micros, ROWS, CHANNELS, micros / first, training);
        }
    }

    /** Returns the median over rounds of half a second each, the first two not counted. */
    private static double micros(NoveltyDetector detector, List<Window> windows) {
        double[] rounds = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            int judged = 0;
            while (THREADS.getCurrentThreadCpuTime() - start
                    < Duration.ofMillis(500).toNanos()) {
                judged += detector.judge(windows.subList(0, 100)).size();
            }
            if (round >= 0) {
                rounds[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / judged;
            }
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    private static List<Window> windows(int count, SplittableRandom random) {
        List<Channel> channels = new ArrayList<>();
        for (int c = 0; c < CHANNELS; c++) {
            Channel.Role role = c < 2 ? Channel.Role.DRIVE : Channel.Role.PROCESS;
            channels.add(new Channel("c" + c, "", Unit.ONE, role));
        }
        FrameSchema schema = new FrameSchema(
                new EquipmentClass("bench"), Duration.ofSeconds(1), FrameSchema.Precision.SINGLE, channels);
        long start = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        List<Window> windows = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            float[] values = new float[ROWS * CHANNELS];
            for (int i = 0; i < values.length; i++) {
                values[i] = i % CHANNELS < 2 ? 50 : (float) random.nextGaussian();
            }
            windows.add(new Window(ASSET, schema, (start + (w + 1) * 60L) * 1_000_000_000L, values));
        }
        return windows;
    }
}
