package org.industrialmind.app.evaluate.plant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Quality;
import org.industrialmind.signal.Window;
import org.industrialmind.simulator.plant.Scenario;

/** The readings of one machine on a regular grid; where nothing usable was read they are {@code NaN}. */
final class MachineLog {
    private final Asset asset;
    private final FrameSchema schema;
    private final long firstSlot;
    private final float[] values; // [slot, channel]

    MachineLog(Asset asset, FrameSchema schema, long firstSlot, float[] values) {
        this.asset = asset;
        this.schema = schema;
        this.firstSlot = firstSlot;
        this.values = values;
    }

    /** Returns a log with room for the whole scenario and nothing read. */
    static MachineLog empty(Asset asset, FrameSchema schema, Scenario scenario) {
        long firstSlot = slot(scenario.start(), schema);
        int rows = (int) (slot(scenario.end(), schema) - firstSlot);
        float[] values = new float[rows * schema.width()];
        Arrays.fill(values, Float.NaN);
        return new MachineLog(asset, schema, firstSlot, values);
    }

    /** Takes in a frame of one row; one that claims to be of another time than the log covers is lost. */
    void add(Frame frame) {
        long row = frame.time(0) / schema.periodNanos() - firstSlot;
        if (row < 0 || row >= rows()) {
            return;
        }
        for (int c = 0; c < schema.width(); c++) {
            boolean usable = Quality.usable(frame.qualityCode(0, c));
            values[(int) row * schema.width() + c] = usable ? (float) frame.value(0, c) : Float.NaN;
        }
    }

    Asset asset() {
        return asset;
    }

    FrameSchema schema() {
        return schema;
    }

    int rows() {
        return values.length / schema.width();
    }

    /**
     * Returns the windows that lie between the two times.
     *
     * @param stride rows from one window's end to the next; ends are whole multiples of it since the epoch
     */
    List<Window> windows(Instant from, Instant until, int length, int stride) {
        long first = slot(from, schema) + length;
        long end = Math.floorDiv(first + stride - 1, stride) * stride;
        List<Window> windows = new ArrayList<>();
        for (; end <= slot(until, schema); end += stride) {
            int at = (int) (end - length - firstSlot) * schema.width();
            float[] cells = Arrays.copyOfRange(values, at, at + length * schema.width());
            windows.add(new Window(asset.id(), schema, end * schema.periodNanos(), cells));
        }
        return windows;
    }

    private static long slot(Instant time, FrameSchema schema) {
        return time.getEpochSecond() * 1_000_000_000L / schema.periodNanos();
    }
}
