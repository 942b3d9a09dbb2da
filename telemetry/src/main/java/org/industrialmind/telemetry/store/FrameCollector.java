package org.industrialmind.telemetry.store;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.jspecify.annotations.Nullable;

/** Gathers rows that come out of a database one by one into frames, and hands each frame on when it is full. */
final class FrameCollector {
    private static final int MOST_ROWS = 1_000; // a page of a few hundred kilobytes at fifty channels

    private final AssetId asset;
    private final FrameSchema schema;
    private final boolean single;
    private final int capacity;
    private final Consumer<Frame> taker;
    private final long[] times;
    private final double[] values;
    private final byte[] qualities;
    private int rows;

    FrameCollector(AssetId asset, FrameSchema schema, Consumer<Frame> taker) {
        this.taker = taker;
        this.asset = asset;
        this.schema = schema;
        this.single = schema.precision() == FrameSchema.Precision.SINGLE;
        this.capacity = Math.clamp(Frame.MAX_VALUES / schema.width(), 1, MOST_ROWS);
        this.times = new long[capacity];
        this.values = new double[capacity * schema.width()];
        this.qualities = new byte[values.length];
    }

    /**
     * Adds a row.
     *
     * @param cells holds the value of channel c at {@code first + c}
     */
    void add(long time, List<@Nullable String> cells, int first, @Nullable String quality) {
        times[rows] = time;
        for (int c = 0; c < schema.width(); c++) {
            int at = rows * schema.width() + c;
            String cell = QualityText.missing(quality, c) ? null : cells.get(first + c);
            values[at] = cell == null ? Double.NaN : number(cell, single);
            qualities[at] = QualityText.code(quality, c);
        }
        if (++rows == capacity) {
            flush();
        }
    }

    /** Reads a number as it was written: a float is read as a float, since by way of a double it could be rounded twice. */
    static double number(String text, boolean single) {
        return single ? Float.parseFloat(text) : Double.parseDouble(text);
    }

    /** Hands on the rows that are left. */
    void flush() {
        if (rows > 0) {
            int used = rows * schema.width();
            taker.accept(Frame.of(
                    asset,
                    schema,
                    Arrays.copyOf(times, rows),
                    Arrays.copyOf(values, used),
                    Arrays.copyOf(qualities, used)));
            rows = 0;
        }
    }
}
