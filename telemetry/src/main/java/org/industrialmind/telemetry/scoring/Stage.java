package org.industrialmind.telemetry.scoring;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A thread that does one piece of work after another until it is closed. What goes wrong is the runtime's failure; what
 * goes wrong because it was closed is nobody's.
 */
final class Stage {
    /** One piece of work, waited for as long as it takes. */
    @FunctionalInterface
    interface Work {
        void next() throws InterruptedException;
    }

    private final Thread thread;
    private volatile boolean closed;

    Stage(String name, Work work, Consumer<Throwable> failure) {
        thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> run(work, failure));
    }

    private void run(Work work, Consumer<Throwable> failure) {
        try {
            while (!closed) {
                work.next();
            }
        } catch (Throwable unexpected) {
            if (!closed) {
                failure.accept(unexpected);
            }
        }
    }

    void start() {
        thread.start();
    }

    boolean closed() {
        return closed;
    }

    /** Begins nothing more, without waiting for what is under way. */
    void halt() {
        closed = true;
    }

    /** Interrupts what is under way and waits for its end, but not for ever. */
    void close(Duration patience) {
        closed = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
