package org.industrialmind.app.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.industrialmind.signal.Frame;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.telemetry.ingest.FrameSink;
import org.jspecify.annotations.Nullable;

/**
 * Lets a simulated plant run and delivers its readings: its history as fast as the log takes it, its present at a given
 * speed. Only what the log has acknowledged enters the ledger.
 */
public final class PlantFeed {
    private static final int HISTORY_BLOCK_ROWS = 60;
    private static final Duration TICK = Duration.ofMillis(50);

    private final Plant plant;
    private final FrameSink sink;
    private final SentLedger ledger;
    private final AtomicLong open = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    public PlantFeed(Plant plant, FrameSink sink, SentLedger ledger) {
        this.plant = plant;
        this.sink = sink;
        this.ledger = ledger;
    }

    /** Delivers everything up to the plant's live part, and returns when the log has acknowledged it. */
    public void history() throws InterruptedException {
        FrameBlocks blocks = new FrameBlocks(HISTORY_BLOCK_ROWS);
        Instant end = plant.scenario().liveStart();
        while (plant.now().isBefore(end)) {
            for (Frame frame : plant.step()) {
                blocks.add(frame).forEach(this::send);
            }
        }
        blocks.rest().forEach(this::send);
        awaitAcknowledged();
    }

    /**
     * Delivers the live part until it ends or the caller says stop.
     *
     * @param speed seconds of the plant for each second of the clock on the wall
     */
    public void live(double speed, BooleanSupplier stop) throws InterruptedException {
        long began = System.nanoTime();
        Instant from = plant.now();
        Instant end = plant.scenario().end();
        while (plant.now().isBefore(end) && !stop.getAsBoolean()) {
            Instant due = from.plusNanos((long) ((System.nanoTime() - began) * speed));
            while (plant.now().isBefore(due) && plant.now().isBefore(end)) {
                plant.step().forEach(this::send);
            }
            Thread.sleep(TICK);
        }
        awaitAcknowledged();
    }

    private void send(Frame frame) {
        open.incrementAndGet();
        CompletableFuture<Void> durable = sink.accept(frame);
        durable.whenComplete((done, failed) -> {
            if (failed == null) {
                ledger.sent(frame);
            } else {
                failure.compareAndSet(null, failed);
            }
            open.decrementAndGet();
        });
    }

    private void awaitAcknowledged() throws InterruptedException {
        while (open.get() > 0) {
            Thread.sleep(5);
        }
        if (failure.get() instanceof Throwable cause) {
            throw new IllegalStateException(
                    "the log refused readings: " + cause.getMessage() + "; next: see whether Kafka runs", cause);
        }
    }
}
