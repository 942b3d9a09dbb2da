package org.industrialmind.app.life;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Tables of pumps that fail by their bearing, which shakes, or by their impeller, which delivers less. Wear grows
 * exponentially to 1 at the end; every fifth pump still runs.
 */
public final class PumpRuns {
    private PumpRuns() {}

    /** Returns a table with a row for each hour of each pump, as CSV. */
    public static String csv(int pumps, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder table = new StringBuilder("unit,age,speed,vibration,flow,failed,mode\n");
        for (int pump = 0; pump < pumps; pump++) {
            int life = 40 + random.nextInt(40);
            boolean bearing = random.nextBoolean();
            boolean runs = pump % 5 == 4;
            int seen = runs ? life * 2 / 3 : life;
            for (int hour = 1; hour <= seen; hour++) {
                double wear = Math.exp((hour - life) / 12.0);
                double speed = random.nextBoolean() ? 1450 : 2900;
                boolean end = hour == seen && !runs;
                table.append(String.format(
                        Locale.ROOT,
                        "pump %d,%d,%.1f,%.4f,%.4f,%d,%s%n",
                        pump,
                        hour,
                        speed + random.nextGaussian(),
                        speed / 1000 + (bearing ? wear : 0) + 0.05 * random.nextGaussian(),
                        speed / 10 - (bearing ? 0 : 5 * wear) + 0.3 * random.nextGaussian(),
                        end ? 1 : 0,
                        end ? (bearing ? "bearing" : "impeller") : ""));
            }
        }
        return table.toString();
    }
}
