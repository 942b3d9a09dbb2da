package org.industrialmind.app.bench;

import java.util.concurrent.CompletableFuture;
import org.industrialmind.signal.Frame;

/** A way from a machine to the store, with everything between them: what a benchmark drives and watches. */
interface IngestPath extends AutoCloseable {
    /** Sends the rows of the frame; the future is done when the log has acknowledged all of them. */
    CompletableFuture<Void> send(Frame frame);

    /** Returns how many rows the store has acknowledged. */
    long storedRows();

    /** Returns how many windows have been judged. */
    long assessedWindows();

    /** Returns whether every effect of every row on the log has been acknowledged, and the log told so. */
    boolean settled();

    @Override
    void close();
}
