package org.industrialmind.telemetry.scoring;

import java.util.function.Consumer;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * Cuts windows out of the stored frames of one asset exactly as the runtime cuts them out of the stream, part by part: a
 * history of any length can pass through, and others in between. One instance serves one thread.
 */
public final class WindowCutter {
    private final AssetId asset;
    private final FrameSchema schema;
    private final AssetWindows ring;

    /**
     * Makes a cutter that has seen nothing.
     *
     * @param length rows in a window
     * @param stride rows from one window's end to the next
     */
    public WindowCutter(AssetId asset, FrameSchema schema, int length, int stride) {
        this.asset = asset;
        this.schema = schema;
        this.ring = new AssetWindows(asset, schema, ScoringConfig.defaults().withWindows(length, stride));
    }

    public AssetId asset() {
        return asset;
    }

    public FrameSchema schema() {
        return schema;
    }

    /**
     * Takes in the next frame and hands on the windows that it makes due.
     *
     * @throws IllegalArgumentException if the frame does not come in order of time
     */
    public void add(Frame frame, Consumer<Window> windows) {
        ring.append(frame, 0, new DueSink() {
            @Override
            public void due(Window window, boolean revision) {
                windows.accept(window);
            }

            @Override
            public void historical(AssetId of, FrameSchema in, long fromSlot, long toSlot) {
                throw new IllegalArgumentException("the frames of " + of + " are not in order of time");
            }
        });
    }
}
