package org.industrialmind.telemetry.ingest;

import java.util.concurrent.CompletableFuture;
import org.industrialmind.signal.Frame;

<<<<<<< HEAD
/** Where accepted readings go. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface FrameSink {
    /** Hands a frame on; the future completes when the frame is durable, and exceptionally if it may have been lost. */
=======
/** Takes frames and says when they are durable. */
public interface FrameSink {
    /** Takes the frame; the future is done when it is durable, and fails when it is not. */
>>>>>>> main
    CompletableFuture<Void> accept(Frame frame);
}
