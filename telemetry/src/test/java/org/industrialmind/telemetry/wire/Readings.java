package org.industrialmind.telemetry.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.FrameSchema.Precision;
import org.industrialmind.signal.Quality;
import org.industrialmind.signal.Unit;

/** Frames for tests: every reading is a function of asset, time and seed, so that whoever sees one can check it. */
public final class Readings {
    public static final long SECOND = 1_000_000_000L;

    private Readings() {}

    public static FrameSchema schema(String equipment, int width, Precision precision) {
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            channels.add(new Channel("c" + i, "channel " + i, new Unit("bar"), Channel.Role.PROCESS));
        }
        return new FrameSchema(new EquipmentClass(equipment), Duration.ofSeconds(1), precision, channels);
    }

    /** Returns one row a second from the start on. */
    public static Frame frame(AssetId asset, FrameSchema schema, long startNanos, int rows) {
        long[] times = new long[rows];
        for (int row = 0; row < rows; row++) {
            times[row] = startNanos + row * SECOND;
        }
        return at(asset, schema, times);
    }

    public static Frame at(AssetId asset, FrameSchema schema, long... times) {
        double[] values = new double[times.length * schema.width()];
        for (int row = 0; row < times.length; row++) {
            for (int channel = 0; channel < schema.width(); channel++) {
                values[row * schema.width() + channel] = value(asset, times[row], channel);
            }
        }
        return Frame.good(asset, schema, times, values);
    }

    /** Returns the reading of that asset at that time: a whole number, so that it is exact in single precision. */
    public static double value(AssetId asset, long time, int channel) {
        return new SplittableRandom(asset.hashCode() * 31L + time * 7 + channel).nextInt(-1000, 1000);
    }

    /** Returns a frame of any shape, with missing values and, in half of the cases, qualities. */
    public static Frame any(SplittableRandom random) {
        Precision precision = Precision.values()[random.nextInt(2)];
        FrameSchema schema = schema("any-" + precision.name().toLowerCase(java.util.Locale.ROOT), 3, precision);
        int rows = random.nextInt(1, 40);
        long[] times = new long[rows];
        boolean regular = random.nextBoolean();
        for (int row = 0; row < rows; row++) {
            times[row] = regular ? 1_000 + row * SECOND : random.nextLong();
        }
        double[] values = random.doubles(rows * 3L, -1e6, 1e6)
                .map(value -> random.nextInt(10) == 0 ? Double.NaN : value)
                .toArray();
        byte[] qualities = new byte[values.length];
        if (random.nextBoolean()) {
            for (int i = 0; i < qualities.length; i++) {
                qualities[i] = Quality.bad(Quality.Reason.values()[random.nextInt(Quality.Reason.values().length)])
                        .code();
            }
        }
        return Frame.of(new AssetId("P-" + random.nextInt(1000)), schema, times, values, qualities);
    }
}
