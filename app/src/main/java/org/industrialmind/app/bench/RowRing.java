package org.industrialmind.app.bench;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * The simplest windows there are: the last rows of one machine, if they come in order and none is missing. The platform's
 * own windows also forgive late, doubled and missing rows, so this is the cheaper way.
 */
final class RowRing {
    private final AssetId asset;
    private final FrameSchema schema;
    private final int length;
    private final int stride;
    private final float[] ring; // [slot % length, channel]
    private long rows;

    RowRing(AssetId asset, FrameSchema schema, int length, int stride) {
        this.asset = asset;
        this.schema = schema;
        this.length = length;
        this.stride = stride;
        ring = new float[length * schema.width()];
    }

    /** Takes the rows in and returns the windows that they make due. */
    List<Window> append(Frame frame) {
        List<Window> due = new ArrayList<>();
        for (int row = 0; row < frame.rows(); row++) {
            long slot = Math.floorDiv(frame.time(row), schema.periodNanos());
            if (slot % stride == 0 && rows >= length) {
                due.add(window(slot));
            }
            int at = (int) (slot % length) * schema.width();
            for (int channel = 0; channel < schema.width(); channel++) {
                ring[at + channel] = (float) frame.value(row, channel);
            }
            rows++;
        }
        return due;
    }

    private Window window(long end) {
        int oldest = (int) (end % length) * schema.width();
        float[] values = new float[ring.length];
        System.arraycopy(ring, oldest, values, 0, ring.length - oldest);
        System.arraycopy(ring, 0, values, ring.length - oldest, oldest);
        return new Window(asset, schema, end * schema.periodNanos(), values);
    }
}
