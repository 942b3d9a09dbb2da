package org.industrialmind.telemetry.scoring;

import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/** Takes what rows have made due. */
interface DueSink {
    /** @param revision whether a late row changed a window that was due before */
    void due(Window window, boolean revision);

    /** A row claims the time of the newest one and reads otherwise: the clock that stamps them stands still. */
    default void standing() {}

    /** A row came too late for windows that end, exclusively, in this span of slots, both ends included. */
    void historical(AssetId asset, FrameSchema schema, long firstEnd, long lastEnd);
}
