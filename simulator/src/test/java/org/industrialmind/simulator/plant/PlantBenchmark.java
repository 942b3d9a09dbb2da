package org.industrialmind.simulator.plant;

import java.time.Instant;

/** Prints how many seconds of how many machines one core simulates in a second. */
final class PlantBenchmark {
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final int SECONDS = 8 * 3600;

    private PlantBenchmark() {}

    public static void main(String[] args) {
        for (int round = 0; round < 4; round++) {
            Plant plant = new Plant(Scenario.smoke(round, START));
            measure("step", plant, false);
            measure("deliver", new Plant(Scenario.smoke(round, START)), true);
        }
    }

    private static void measure(String what, Plant plant, boolean delivering) {
        long began = System.nanoTime();
        long frames = 0;
        for (int second = 0; second < SECONDS; second++) {
            frames += (delivering ? plant.deliver() : plant.step()).size();
        }
        double elapsed = (System.nanoTime() - began) / 1e9;
        System.out.printf("%s: %d frames, %.0f asset-seconds per second%n", what, frames, frames / elapsed);
    }
}
