package org.industrialmind.torch.anomaly;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.Window;

/**
 * Prints what training and judging cost for a class of five machines with 2,000 windows of 60 rows each, and what the
 * detectors find.
 */
final class AutoencoderBenchmark {
    private AutoencoderBenchmark() {}

    public static void main(String[] arguments) {
        Mill mill = new Mill(7, 5);
        WindowSet normal = mill.normal(2_000);
        for (Architecture architecture : Architecture.values()) {
            AutoencoderTrainer trainer =
                    new AutoencoderTrainer(AutoencoderSettings.of(architecture), InstantSource.fixed(Instant.EPOCH));
            long start = System.nanoTime();
            AutoencoderDetector detector = trainer.train(normal, 1);
            System.out.printf(
                    "%s: training of %d windows took %.1f s, %d weights%n",
                    detector.kind(),
                    normal.windows().size(),
                    (System.nanoTime() - start) / 1e9,
                    detector.weights().size());
            List<Window> fresh = mill.windows(1, 100_000, 2_000, Mill.NONE);
            print("normal", detector, fresh);
            for (double noises : new double[] {0.5, 1, 2, 4}) {
                print("shift by " + noises, detector, faulty(mill, Mill.shifted(3, noises)));
                print("unrest of " + noises, detector, faulty(mill, Mill.nervous(5, noises)));
            }
            for (int batch : new int[] {1, 16, 256}) {
                System.out.printf("  windows/s in calls of %d: %.0f%n", batch, speed(detector, fresh, batch));
            }
        }
    }

    private static List<Window> faulty(Mill mill, Mill.Fault fault) {
        return new ArrayList<>(mill.windows(2, 130_000, 1_000, fault));
    }

    private static void print(String what, AutoencoderDetector detector, List<Window> windows) {
        double[] scores = detector.judge(windows).stream()
                .filter(Verdict.Scored.class::isInstance)
                .mapToDouble(verdict -> ((Verdict.Scored) verdict).score())
                .sorted()
                .toArray();
        long above = Arrays.stream(scores).filter(score -> score > 1).count();
        System.out.printf(
                "  %-14s judged %d of %d, above the limit %.4f, median %.2f%n",
                what, scores.length, windows.size(), above / (double) scores.length, scores[scores.length / 2]);
    }

    private static double speed(AutoencoderDetector detector, List<Window> windows, int batch) {
        int judged = 0;
        long start = System.nanoTime();
        for (int round = 0; round < 3; round++) {
            start = System.nanoTime(); // the first rounds warm up
            judged = 0;
            for (int from = 0; from + batch <= windows.size(); from += batch) {
                judged += detector.judge(windows.subList(from, from + batch)).size();
            }
        }
        return judged / ((System.nanoTime() - start) / 1e9);
    }
}
