package org.industrialmind.learning.vibration;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.industrialmind.learning.vibration.bearing.BearingCatalogue;
import org.industrialmind.learning.vibration.bearing.EnvelopeAnalysis;
import org.industrialmind.learning.vibration.bearing.Kurtogram;

/**
 * Prints how much processor time a block of one second at 25,600 readings takes, on one thread; it is not wall time, so that
 * a busy machine does not count.
 */
public final class VibrationBenchmark {
    private static final double RATE = 25_600;
    private static final double SPEED = 30;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private VibrationBenchmark() {}

    public static void main(String[] arguments) {
        Waveform block = Waves.noise((int) RATE, RATE, 1).atShaftSpeed(SPEED);
        EnvelopeAnalysis analysis = EnvelopeAnalysis.of(
                BearingCatalogue.ofTestRigs().bearing("SKF 6205-2RS").orders());
        time("features", () -> VibrationFeatures.of(block).rms());
        time("envelope evidence", () -> analysis.evidence(block).outerRace().score());
        time("kurtogram", () -> Kurtogram.of(block, 500).best().low());
    }

    private interface Work {
        double result();
    }

    private static void time(String what, Work work) {
        double best = Double.POSITIVE_INFINITY;
        double sum = 0; // of results, so that none can be left out
        for (int round = 0; round < 6; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            int done = 0;
            while (THREADS.getCurrentThreadCpuTime() - start
                    < Duration.ofMillis(400).toNanos()) {
                sum += work.result();
                done++;
            }
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / done);
        }
        System.out.printf("%-20s %.2f ms of processor time a block (%.1f)%n", what, best, sum);
    }
}
