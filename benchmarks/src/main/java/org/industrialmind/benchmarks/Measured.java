package org.industrialmind.benchmarks;

import java.lang.management.ManagementFactory;

/**
 * What it took to learn and to answer, and how good the answers are. Wall time and the processor time of the whole process
 * are in milliseconds, each the least of several calls: neighbours on the machine only ever add to a time.
 */
record Measured(double fit, double fitCpu, double answer, double answerCpu, double quality) {
    private static final int MOST_CALLS = 7;

    /** Learns. */
    @FunctionalInterface
    interface Learning {
        Trained fit();
    }

    /** Answers for all test rows. Shape: [row]. */
    @FunctionalInterface
    interface Trained {
        double[] answers();
    }

    /** Measures again and again for some seconds: two calls or more, so that the first may warm up. */
    static Measured of(LearnerTask task, LearnerTable table, double seconds, Learning learning) {
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double quality = 0;
        long began = System.nanoTime();
        for (int call = 0; call < MOST_CALLS && (call < 2 || System.nanoTime() - began < 1e9 * seconds); call++) {
            long wall = System.nanoTime();
            long cpu = cpu();
            Trained trained = learning.fit();
            least[0] = Math.min(least[0], System.nanoTime() - wall);
            least[1] = Math.min(least[1], cpu() - cpu);
            for (int again = 0; again < 2; again++) {
                wall = System.nanoTime();
                cpu = cpu();
                double[] answers = trained.answers();
                least[2] = Math.min(least[2], System.nanoTime() - wall);
                least[3] = Math.min(least[3], cpu() - cpu);
                quality = task.quality(table, answers);
            }
        }
        return new Measured(least[0] / 1e6, least[1] / 1e6, least[2] / 1e6, least[3] / 1e6, quality);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
