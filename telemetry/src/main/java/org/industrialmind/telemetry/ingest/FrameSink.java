package org.industrialmind.telemetry.ingest;

import java.util.concurrent.CompletableFuture;
import org.industrialmind.signal.Frame;

/** Takes frames and says when they are durable. */
public interface FrameSink {
    /** Takes the frame; the future is done when it is durable, and fails when it is not. */
    CompletableFuture<Void> accept(Frame frame);
}
