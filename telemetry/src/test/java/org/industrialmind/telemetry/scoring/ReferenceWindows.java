package org.industrialmind.telemetry.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Quality;
import org.industrialmind.signal.Window;

/** The readable twin of {@link AssetWindows}: all rows of one asset at once, no ring, no order, no hurry. */
final class ReferenceWindows {
    private ReferenceWindows() {}

    /** Returns the windows as they are in the end, whatever the order of the frames. */
    static List<Window> of(List<Frame> frames, ScoringConfig config) {
        FrameSchema schema = frames.getFirst().schema();
        long period = schema.periodNanos();
        TreeMap<Long, float[]> rowsByTime = new TreeMap<>();
        for (Frame frame : frames) {
            for (int row = 0; row < frame.rows(); row++) {
                float[] known = rowsByTime.computeIfAbsent(frame.time(row), _ -> missing(schema));
                say(frame, row, known); // of equal times the later in the log, as far as it says anything
            }
        }
        TreeMap<Long, float[]> rowsBySlot = new TreeMap<>();
        for (Map.Entry<Long, float[]> each : rowsByTime.entrySet()) {
            rowsBySlot.put(Math.floorDiv(each.getKey(), period), each.getValue()); // of one slot the latest
        }
        List<Window> windows = new ArrayList<>();
        long newest = rowsBySlot.lastKey();
        for (long end = Math.ceilDiv(rowsBySlot.firstKey() + 1, config.stride()) * config.stride();
                end <= newest;
                end += config.stride()) {
            var rows = rowsBySlot.subMap(end - config.windowLength(), end);
            if (!rows.isEmpty()) {
                float[] values = new float[config.windowLength() * schema.width()];
                Arrays.fill(values, Float.NaN);
                long start = end - config.windowLength();
                rows.forEach((slot, row) ->
                        System.arraycopy(row, 0, values, (int) (slot - start) * schema.width(), row.length));
                windows.add(new Window(frames.getFirst().asset(), schema, end * period, values));
            }
        }
        return windows;
    }

    private static float[] missing(FrameSchema schema) {
        float[] values = new float[schema.width()];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    private static void say(Frame frame, int row, float[] known) {
        for (int channel = 0; channel < known.length; channel++) {
            float value = (float) frame.value(row, channel);
            Quality quality = frame.quality(row, channel);
            if (frame.says(row, channel)) {
                known[channel] = Float.isFinite(value) && quality.usable() ? value : Float.NaN;
            }
        }
    }
}
