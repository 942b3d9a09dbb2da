package org.industrialmind.learning.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;

/**
 * Machines to try detectors on: eight correlated measurements and one that never changes, under a load command that is
 * held at three levels for ten minutes each.
 *
 * <p>Measurement = base + gain x load + two slow hidden influences + noise, all of a size that differs from channel to
 * channel and from machine to machine. The same seed, machine and start give the same readings.
 */
public final class SyntheticMachines {
    public static final Duration PERIOD = Duration.ofSeconds(1);
    public static final int WINDOW = 60;
    public static final int STRIDE = 10;
    public static final int MEASUREMENTS = 8;

    private static final double[] LEVELS = {50, 75, 100};
    private static final int HOLD_SECONDS = 600;
    private static final int INFLUENCES = 2;
    private static final double MEMORY = 0.99; // of an influence, from second to second

    private final long seed;
    private final FrameSchema schema;

    public SyntheticMachines(long seed) {
        this.seed = seed;
        List<Channel> channels = new ArrayList<>();
        channels.add(new Channel("load_command", "Load asked for", new Unit("%"), Channel.Role.DRIVE));
        for (int i = 0; i < MEASUREMENTS; i++) {
            channels.add(new Channel(measurement(i), "Measurement " + i, Unit.ONE, Channel.Role.PROCESS));
        }
        channels.add(new Channel("supply", "Never changes", new Unit("V"), Channel.Role.CONDITION));
        this.schema = new FrameSchema(new EquipmentClass("synthetic"), PERIOD, FrameSchema.Precision.SINGLE, channels);
    }

    public static String measurement(int index) {
        return "measurement_" + index;
    }

    public FrameSchema schema() {
        return schema;
    }

    /** Changes the readings of one row in place: [channel], the load command first. */
    @FunctionalInterface
    public interface Change {
        void apply(int second, float[] row);
    }

    /** Returns the windows of a stretch of normal running, all that fit whole. */
    public List<Window> normal(AssetId asset, Instant from, Duration span) {
        return windows(asset, from, span, (second, row) -> {});
    }

    /** Returns the windows of a stretch of running in which each row is changed. */
    public List<Window> windows(AssetId asset, Instant from, Duration span, Change change) {
        float[][] rows = rows(asset, from, (int) span.toSeconds());
        for (int second = 0; second < rows.length; second++) {
            change.apply(second, rows[second]);
        }
        List<Window> windows = new ArrayList<>();
        for (int end = WINDOW; end <= rows.length; end += STRIDE) {
            float[] values = new float[WINDOW * schema.width()];
            for (int r = 0; r < WINDOW; r++) {
                System.arraycopy(rows[end - WINDOW + r], 0, values, r * schema.width(), schema.width());
            }
            long endNanos = (from.getEpochSecond() + end) * 1_000_000_000L;
            windows.add(new Window(asset, schema, endNanos, values));
        }
        return windows;
    }

    /** Returns the standard deviation of a measurement of that machine at one load. */
    public double deviation(AssetId asset, int measurement) {
        Traits traits = new Traits(asset);
        double variance = traits.noise[measurement] * traits.noise[measurement];
        for (double weight : traits.weights[measurement]) {
            variance += weight * weight;
        }
        return Math.sqrt(variance);
    }

    private float[][] rows(AssetId asset, Instant from, int seconds) {
        Traits traits = new Traits(asset);
        SplittableRandom random = new SplittableRandom(seed * 31 + asset.hashCode() + from.getEpochSecond() * 7919);
        double[] influence = IntStream.range(0, INFLUENCES)
                .mapToDouble(i -> random.nextGaussian())
                .toArray();
        float[][] rows = new float[seconds][schema.width()];
        for (int second = 0; second < seconds; second++) {
            long clock = from.getEpochSecond() + second;
            double load = LEVELS[(int) (clock / HOLD_SECONDS % LEVELS.length)];
            for (int i = 0; i < INFLUENCES; i++) {
                influence[i] = MEMORY * influence[i] + Math.sqrt(1 - MEMORY * MEMORY) * random.nextGaussian();
            }
            rows[second][0] = (float) load;
            for (int m = 0; m < MEASUREMENTS; m++) {
                double value = traits.base[m] + traits.gain[m] * load + traits.noise[m] * random.nextGaussian();
                for (int i = 0; i < INFLUENCES; i++) {
                    value += traits.weights[m][i] * influence[i];
                }
                rows[second][1 + m] = (float) value;
            }
            rows[second][1 + MEASUREMENTS] = 24;
        }
        return rows;
    }

    /** What makes a machine the one it is. */
    private final class Traits {
        private final double[] base = new double[MEASUREMENTS];
        private final double[] gain = new double[MEASUREMENTS];
        private final double[] noise = new double[MEASUREMENTS];
        private final double[][] weights = new double[MEASUREMENTS][INFLUENCES];

        Traits(AssetId asset) {
            SplittableRandom ofClass = new SplittableRandom(seed);
            SplittableRandom own = new SplittableRandom(seed * 131 + asset.hashCode());
            for (int m = 0; m < MEASUREMENTS; m++) {
                double size = Math.pow(10, m % 4 - 1); // from a tenth to a hundred, as pressures beside temperatures
                base[m] = size * (20 + own.nextDouble() * 5);
                gain[m] = size * 0.1 * (0.8 + 0.4 * own.nextDouble());
                noise[m] = size * (0.4 + 0.2 * ofClass.nextDouble());
                for (int i = 0; i < INFLUENCES; i++) {
                    weights[m][i] = size * (ofClass.nextDouble() * 2 - 1);
                }
            }
        }
    }
}
