package org.industrialmind.telemetry.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;

/** Readings of one asset on their way to becoming frames: one row for each time, missing until said. */
final class AssetRows {
    private final AssetId asset;
    private final FrameSchema schema;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final Map<Long, double[]> rows = new LinkedHashMap<>();

    AssetRows(AssetId asset, FrameSchema schema) {
        this.asset = asset;
        this.schema = schema;
        for (Channel channel : schema.channels()) {
            indexes.put(channel.name(), indexes.size());
        }
    }

    FrameSchema schema() {
        return schema;
    }

    void put(long time, String channel, double value, int line) {
        Integer index = indexes.get(channel);
        if (index == null) {
            throw new RefusedException(
                    Refusal.UNKNOWN_CHANNEL,
                    line,
                    "field '" + Shown.of(channel) + "' is no channel of " + asset + ": expected one of "
                            + indexes.keySet());
        }
        if (schema.precision() == FrameSchema.Precision.SINGLE && Float.isInfinite((float) value)) {
            throw new RefusedException(
                    Refusal.NOT_A_NUMBER,
                    line,
                    "field " + channel + " is " + value + ": expected a number that 32 bits can hold, up to 3.4e38");
        }
        double[] row = rows.computeIfAbsent(time, none -> missing());
        if (!Double.isNaN(row[index])) {
            throw new RefusedException(
                    Refusal.SAID_TWICE,
                    line,
                    "field " + channel + " of " + asset + " at " + time
                            + " has been said before: expected each channel once for each time");
        }
        row[index] = value;
    }

    private double[] missing() {
        double[] row = new double[schema.width()];
        Arrays.fill(row, Double.NaN);
        return row;
    }

    /** Returns the rows in the order in which their times appeared. */
    List<Frame> frames() {
        int most = Frame.MAX_VALUES / schema.width();
        List<Map.Entry<Long, double[]>> all = List.copyOf(rows.entrySet());
        List<Frame> frames = new ArrayList<>();
        for (int first = 0; first < all.size(); first += most) {
            List<Map.Entry<Long, double[]>> part = all.subList(first, Math.min(first + most, all.size()));
            long[] times = part.stream().mapToLong(Map.Entry::getKey).toArray();
            double[] values = part.stream()
                    .flatMapToDouble(row -> Arrays.stream(row.getValue()))
                    .toArray();
            frames.add(Frame.good(asset, schema, times, values));
        }
        return frames;
    }
}
