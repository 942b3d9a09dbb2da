package org.industrialmind.telemetry.ingest;

import java.util.concurrent.CompletableFuture;
import org.industrialmind.signal.Frame;

/** Where accepted readings go. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface FrameSink {
    /** Hands a frame on; the future completes when the frame is durable, and exceptionally if it may have been lost. */
    CompletableFuture<Void> accept(Frame frame);
}
