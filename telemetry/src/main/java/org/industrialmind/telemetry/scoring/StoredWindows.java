package org.industrialmind.telemetry.scoring;

import java.util.ArrayList;
import java.util.List;
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
     * @throws IllegalArgumentException if the frames are not in order of time
     */
    public static List<Window> cut(AssetId asset, FrameSchema schema, List<Frame> frames, int length, int stride) {
        List<Window> windows = new ArrayList<>();
        WindowCutter cutter = new WindowCutter(asset, schema, length, stride);
        frames.forEach(frame -> cutter.add(frame, windows::add));
        return windows;
    }
}
