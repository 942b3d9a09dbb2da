package org.industrialmind.app.replay;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.industrialmind.app.evaluate.Recording;
import org.industrialmind.app.evaluate.Trial;
import org.industrialmind.app.feed.SentLedger;
import org.industrialmind.signal.Frame;
import org.industrialmind.telemetry.ingest.FrameSink;
import org.jspecify.annotations.Nullable;

/**
 * Delivers recordings: their normal parts in blocks, as a gateway that catches up, and their test parts row by row, all
 * machines side by side, each from the beginning of its own test part. Only what the log has acknowledged enters the
 * ledger.
 */
final class RecordingFeed {
    private static final int BLOCK_ROWS = 60;
    private static final int MOST_OPEN = 2_000; // frames on their way: bounds the producer's memory, slows nothing down
    private static final long TICK_MILLIS = 20;

    private final List<Trial> trials;
    private final FrameSink sink;
    private final SentLedger ledger;
    private final Semaphore room = new Semaphore(MOST_OPEN);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    RecordingFeed(List<Trial> trials, FrameSink sink, SentLedger ledger) {
        this.trials = trials;
        this.sink = sink;
        this.ledger = ledger;
    }

    /** Delivers the normal parts and returns when the log has acknowledged them. */
    void normalParts() throws InterruptedException {
        for (Trial trial : trials) {
            for (Frame frame : trial.recording().frames(0, trial.normalRows(), BLOCK_ROWS)) {
                send(frame);
            }
        }
        awaitAcknowledged();
    }

    /**
     * Delivers the test parts and returns when the log has acknowledged them.
     *
     * @param speed seconds of the recording for each second on the wall; infinite for as fast as the log takes it
     */
    void testParts(double speed) throws InterruptedException {
        long began = System.nanoTime();
        int[] next = trials.stream().mapToInt(Trial::normalRows).toArray();
        double step = trials.stream()
                .mapToDouble(trial -> trial.recording().schema().periodNanos())
                .max()
                .orElse(1);
        double due = 0;
        while (true) {
            // without a speed, side by side all the same: a period's rows of every machine, then the next period's
            due = Double.isInfinite(speed) ? due + step : (System.nanoTime() - began) * speed;
            if (!sendUpTo(due, next)) {
                break;
            }
            if (!Double.isInfinite(speed)) {
                Thread.sleep(TICK_MILLIS);
            }
        }
        awaitAcknowledged();
    }

    /** Sends the rows that are due by then and returns whether any are left. */
    private boolean sendUpTo(double dueNanos, int[] next) throws InterruptedException {
        boolean left = false;
        for (int i = 0; i < next.length; i++) {
            Trial trial = trials.get(i);
            Recording recording = trial.recording();
            while (next[i] < recording.rows() && recording.time(next[i]) - trial.testFromNanos() <= dueNanos) {
                send(recording.frames(next[i], next[i] + 1, 1).getFirst());
                next[i]++;
            }
            left |= next[i] < recording.rows();
        }
        return left;
    }

    private void send(Frame frame) throws InterruptedException {
        room.acquire();
        CompletableFuture<Void> durable = sink.accept(frame);
        durable.whenComplete((done, failed) -> {
            if (failed == null) {
                ledger.sent(frame);
            } else {
                failure.compareAndSet(null, failed);
            }
            room.release();
        });
    }

    private void awaitAcknowledged() throws InterruptedException {
        room.acquire(MOST_OPEN);
        room.release(MOST_OPEN);
        if (failure.get() instanceof Throwable cause) {
            throw new IllegalStateException(
                    "the log refused readings: " + cause.getMessage() + "; next: see whether Kafka runs", cause);
        }
    }
}
