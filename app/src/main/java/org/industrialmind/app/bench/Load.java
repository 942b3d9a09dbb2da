package org.industrialmind.app.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.industrialmind.signal.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Lets a fleet send along a path, and waits for the effects: as fast as the path takes rows, or at a fixed rate.
 *
 * <p>Flow control: rows that have been sent and not stored are bounded, so that a slow store slows the sender and no
 * backlog flatters the figure.
 */
final class Load {
    static final int FRAME_ROWS = 20;

    /** Two seconds of the aim, 3 million values a second in rows of 50; enough to keep every stage fed. */
    private static final int MOST_OPEN_ROWS = 100_000;

    private static final Duration DRAIN = Duration.ofMinutes(3);

    private final Fleet fleet;
    private final IngestPath path;
    private final RowLedger ledger;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private long nextNanos;
    private long sent;
    private long storedAtLeast;

    /**
     * What came of a span of sending: from the first row sent until the last was stored, its windows were judged and the
     * log had been told so.
     *
     * @param windows judged
     * @param cpu what the span cost
     */
    record Span(long rows, long windows, Duration wall, CpuTime cpu) {
        double rowsPerSecond() {
            return rows / (wall.toNanos() / 1e9);
        }

        double programMicrosPerRow() {
            return cpu.programSeconds() * 1e6 / rows;
        }

        double serverMicrosPerRow() {
            return cpu.serverSeconds() * 1e6 / rows;
        }
    }

    /** @param firstNanos event time of the first row that {@link #full} sends */
    Load(Fleet fleet, IngestPath path, RowLedger ledger, long firstNanos) {
        this.fleet = fleet;
        this.path = path;
        this.ledger = ledger;
        nextNanos = firstNanos;
    }

    /** Sends as fast as the path takes it; event times run on from call to call, whatever the clock says. */
    Span full(Duration duration) throws InterruptedException {
        return measured(() -> {
            long until = System.nanoTime() + duration.toNanos();
            long frameNanos = FRAME_ROWS * fleet.schema().periodNanos();
            while (System.nanoTime() < until) {
                for (SensorWalk machine : fleet.machines()) {
                    awaitRoom();
                    send(machine.next(nextNanos, FRAME_ROWS));
                }
                nextNanos += frameNanos;
            }
        });
    }

    /**
     * Sends at the rate that the fleet's period asks for: a frame leaves when the time of its last row has come. The
     * machines take turns, so the load is even.
     */
    Span live(Duration duration) throws InterruptedException {
        List<SensorWalk> machines = fleet.machines();
        long period = fleet.schema().periodNanos();
        long frameNanos = FRAME_ROWS * period;
        long start = System.currentTimeMillis() * 1_000_000;
        long clock = System.nanoTime();
        return measured(() -> {
            for (long frame = 0; frame * frameNanos < duration.toNanos(); frame++) {
                for (int i = 0; i < machines.size(); i++) {
                    long last = frame * frameNanos + i * frameNanos / machines.size();
                    awaitClock(clock + last);
                    send(machines.get(i).next(start + last - (FRAME_ROWS - 1) * period, FRAME_ROWS));
                }
            }
        });
    }

    /** The work of sending. */
    private interface Sending {
        void run() throws InterruptedException;
    }

    private Span measured(Sending sending) throws InterruptedException {
        CpuTime cpu = CpuTime.now();
        long began = System.nanoTime();
        long rowsBefore = sent;
        long windowsBefore = path.assessedWindows();
        sending.run();
        awaitSettled();
        return new Span(
                sent - rowsBefore,
                path.assessedWindows() - windowsBefore,
                Duration.ofNanos(System.nanoTime() - began),
                CpuTime.now().since(cpu));
    }

    private void send(Frame frame) {
        sent += frame.rows();
        path.send(frame).whenComplete((done, failed) -> {
            if (failed == null) {
                ledger.acknowledged(frame);
            } else {
                failure.compareAndSet(null, failed);
            }
        });
    }

    private void awaitRoom() throws InterruptedException {
        while (sent - storedAtLeast > MOST_OPEN_ROWS) {
            storedAtLeast = path.storedRows();
            requireHealthy();
            if (sent - storedAtLeast > MOST_OPEN_ROWS) {
                Thread.sleep(1);
            }
        }
    }

    private static void awaitClock(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void awaitSettled() throws InterruptedException {
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (path.storedRows() < sent || ledger.rows() < sent || !path.settled()) {
            requireHealthy();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("after " + DRAIN + " only " + path.storedRows() + " of " + sent
                        + " rows were stored; next: see whether the disk is full or the machine very busy");
            }
            Thread.sleep(5);
        }
    }

    private void requireHealthy() {
        if (failure.get() instanceof Throwable cause) {
            throw new IllegalStateException(
                    "the log refused readings: " + cause.getMessage() + "; next: see whether Kafka runs", cause);
        }
    }
}
