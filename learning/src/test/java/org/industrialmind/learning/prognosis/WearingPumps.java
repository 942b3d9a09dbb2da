package org.industrialmind.learning.prognosis;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Pumps whose wear is known: it grows exponentially to 1, two of three sensors show it, and the speed at which a pump runs
 * moves all of them much further than wear does.
 */
public final class WearingPumps {
    public static final FleetSchema SCHEMA =
            new FleetSchema("pump", List.of("speed"), List.of("vibration", "flow", "room temperature"), "h");

    private WearingPumps() {}

    /** Returns pumps of which every fifth still runs, seen for a part of its life. */
    public static Fleet someStillRunning(int units, long seed) {
        List<RunToFailure> runs = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < units; i++) {
            RunToFailure whole = pump("pump " + i, random.split());
            runs.add(i % 5 == 4 ? whole.prefix(whole.rows() * 2 / 3) : whole);
        }
        return Fleet.of(runs);
    }

    public static Fleet worn(int units, long seed) {
        List<RunToFailure> runs = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < units; i++) {
            runs.add(pump("pump " + i, random.split()));
        }
        return Fleet.of(runs);
    }

    private static RunToFailure pump(String unit, SplittableRandom random) {
        int life = 40 + random.nextInt(40);
        double[] ages = new double[life];
        double[][] readings = new double[life][];
        for (int row = 0; row < life; row++) {
            ages[row] = row + 1;
            double wear = Math.exp(-(life - ages[row]) / 12);
            double speed = random.nextBoolean() ? 1450 : 2900;
            readings[row] = new double[] {
                speed + random.nextGaussian(),
                speed / 100 + wear + 0.1 * random.nextGaussian(),
                speed / 10 - 2 * wear + 0.2 * random.nextGaussian(),
                20 + random.nextGaussian()
            };
        }
        return RunToFailure.of(SCHEMA, unit, ages, readings, new Ending.Failed(life));
    }
}
