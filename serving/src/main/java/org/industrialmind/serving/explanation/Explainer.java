package org.industrialmind.serving.explanation;

import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;

/** Asks the model at work why it judges a stored window as it does; implemented where store and models are known. */
@FunctionalInterface
public interface Explainer {
    /**
     * Explains the window that ends at that time, which may take some seconds of one processor.
     *
     * @param schema of the asset's readings
     * @param windowEndNanos end of the window, exclusive, in epoch nanoseconds, as its assessment tells it
     * @throws IllegalArgumentException if there is no such window, no model, or nothing normal to hold the window against;
     *     the message says what to do next
     */
    Explanation explain(AssetId asset, FrameSchema schema, long windowEndNanos);
}
