package org.industrialmind.recipes.pumpfailure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Quality;
import org.industrialmind.signal.Window;

/** Cuts the frames of each machine, one row each and none missing, into windows of 60 rows, a new one every 10 rows. */
final class Windowing {
    private static final int ROWS = 60;
    private static final int STRIDE = 10;

    private final Map<AssetId, Deque<float[]>> recent = new HashMap<>();

    /** Adds a frame and returns the window that ends with it, where one does. */
    Optional<Window> add(Frame frame) {
        Deque<float[]> rows = recent.computeIfAbsent(frame.asset(), asset -> new ArrayDeque<>(ROWS));
        if (rows.size() == ROWS) {
            rows.removeFirst();
        }
        rows.addLast(row(frame));
        FrameSchema schema = frame.schema();
        long end = frame.time(0) + schema.periodNanos();
        if (rows.size() < ROWS || end % (STRIDE * schema.periodNanos()) != 0) {
            return Optional.empty();
        }
        float[] values = new float[ROWS * schema.width()];
        int position = 0;
        for (float[] row : rows) {
            System.arraycopy(row, 0, values, position, row.length);
            position += row.length;
        }
        return Optional.of(new Window(frame.asset(), schema, end, values));
    }

    private static float[] row(Frame frame) {
        float[] row = new float[frame.schema().width()];
        for (int c = 0; c < row.length; c++) {
            row[c] = Quality.usable(frame.qualityCode(0, c)) ? (float) frame.value(0, c) : Float.NaN;
        }
        return row;
    }
}
