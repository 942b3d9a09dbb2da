package org.industrialmind.telemetry.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/** Cuts windows out of stored readings exactly as the runtime cuts them out of the stream, so that models learn from what they will judge. */
public final class StoredWindows {
    private StoredWindows() {}

    /**
     * Returns the windows of one asset.
     *
     * @param frames all of the asset and schema, in order of time
     * @param length rows in a window
     * @param stride rows from one window's end to the next
     */
    public static List<Window> cut(AssetId asset, FrameSchema schema, List<Frame> frames, int length, int stride) {
        List<Window> windows = new ArrayList<>();
        each(asset, schema, frames, length, stride, windows::add);
        return windows;
    }

    /**
     * Hands on the windows of one asset as they fall due, so that a history of any length can pass through.
     *
     * @param frames all of the asset and schema, in order of time; read once
     * @param length rows in a window
     * @param stride rows from one window's end to the next
     * @throws IllegalArgumentException if the frames are not in order of time
     */
    public static void each(
            AssetId asset,
            FrameSchema schema,
            Iterable<Frame> frames,
            int length,
            int stride,
            Consumer<Window> windows) {
        AssetWindows ring =
                new AssetWindows(asset, schema, ScoringConfig.defaults().withWindows(length, stride));
        DueSink sink = new DueSink() {
            @Override
            public void due(Window window, boolean revision) {
                windows.accept(window);
            }

            @Override
            public void historical(AssetId of, FrameSchema in, long fromSlot, long toSlot) {
                throw new IllegalArgumentException("the frames of " + of + " are not in order of time");
            }
        };
        for (Frame frame : frames) {
            ring.append(frame, 0, sink);
        }
    }
}
