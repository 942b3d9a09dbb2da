package org.industrialmind.app.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.industrialmind.signal.Frame;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.telemetry.ingest.FrameSink;
import org.jspecify.annotations.Nullable;

/**
 * Lets a simulated plant run and delivers its readings: its history as fast as the log takes it, its present by a clock.
 */
public final class PlantFeed {
    private static final int HISTORY_BLOCK_ROWS = 60;
    private static final Duration TICK = Duration.ofMillis(50);

    private final Plant plant;
    private final FrameSink sink;
    private final Consumer<Frame> acknowledged;
    private final AtomicLong open = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** @param acknowledged told of every frame that the log has acknowledged, such as a ledger */
    public PlantFeed(Plant plant, FrameSink sink, Consumer<Frame> acknowledged) {
        this.plant = plant;
        this.sink = sink;
        this.acknowledged = acknowledged;
    }

    /** Lets the plant run up to that time and delivers nothing of it: what was read then is known already. */
    public void skipTo(Instant time) {
        while (plant.now().isBefore(time)) {
            plant.step();
        }
    }

    /** Delivers everything before that time as fast as the log takes it, and returns when it has been acknowledged. */
    public void until(Instant end) throws InterruptedException {
        until(end, () -> false);
    }

    /** The same, ended early when the caller says stop. */
    public void until(Instant end, BooleanSupplier stop) throws InterruptedException {
        FrameBlocks blocks = new FrameBlocks(HISTORY_BLOCK_ROWS);
        while (plant.now().isBefore(end) && !stop.getAsBoolean()) {
            for (Frame frame : plant.step()) {
                blocks.add(frame).forEach(this::send);
            }
        }
        blocks.rest().forEach(this::send);
        awaitAcknowledged();
    }

    /**
     * Delivers the rest of the plant's time until it ends or the caller says stop, over lines that lose their temper now
     * and then: late, repeated and reordered frames.
     *
     * @param due up to which second of the plant's time readings are due by now; asked again and again
     */
    public void live(Supplier<Instant> due, BooleanSupplier stop) throws InterruptedException {
        Instant end = plant.scenario().end();
        while (plant.now().isBefore(end) && !stop.getAsBoolean()) {
            Instant now = due.get();
            while (plant.now().isBefore(now) && plant.now().isBefore(end) && !stop.getAsBoolean()) {
                plant.deliver().forEach(this::send);
            }
            Thread.sleep(TICK);
        }
        awaitAcknowledged();
    }

    /** Returns a clock that starts at the plant's present second and runs at that speed. */
    public Supplier<Instant> at(double speed) {
        long began = System.nanoTime();
        Instant from = plant.now();
        return () -> from.plusNanos((long) ((System.nanoTime() - began) * speed));
    }

    private void send(Frame frame) {
        open.incrementAndGet();
        CompletableFuture<Void> durable = sink.accept(frame);
        durable.whenComplete((done, failed) -> {
            if (failed == null) {
                acknowledged.accept(frame);
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
