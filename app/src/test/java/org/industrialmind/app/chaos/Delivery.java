package org.industrialmind.app.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.industrialmind.app.feed.SentLedger;
import org.industrialmind.signal.Frame;
import org.industrialmind.telemetry.ingest.FrameSink;

/** Delivers recorded readings at an even pace as a gateway does: what is not acknowledged is delivered again. */
final class Delivery {
    private static final long TICK_MILLIS = 20;

    private final FrameSink sink;
    private final SentLedger ledger = new SentLedger();
    private int again;

    Delivery(FrameSink sink) {
        this.sink = sink;
    }

    /** Delivers the frames within about that time; returns when all are acknowledged. */
    SentLedger deliver(List<Frame> frames, Duration span) throws InterruptedException {
        long began = System.nanoTime();
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        while (sent.size() < frames.size()) {
            double part = (double) (System.nanoTime() - began) / span.toNanos();
            while (sent.size() < Math.min(1, part) * frames.size()) {
                sent.add(sink.accept(frames.get(sent.size())));
            }
            Thread.sleep(TICK_MILLIS);
        }
        List<Frame> refused = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            if (acknowledged(sent.get(i))) {
                ledger.sent(frames.get(i));
            } else {
                refused.add(frames.get(i));
            }
        }
        again += refused.size();
        return refused.isEmpty() ? ledger : deliver(refused, Duration.ofMillis(1));
    }

    private static boolean acknowledged(CompletableFuture<Void> durable) throws InterruptedException {
        try {
            durable.get(3, TimeUnit.MINUTES); // longer than the producer itself tries
            return true;
        } catch (ExecutionException refused) {
            return false;
        } catch (TimeoutException silent) {
            throw new AssertionError("the log has neither taken nor refused a frame", silent);
        }
    }

    /** Returns how many frames had to be delivered again. */
    int again() {
        return again;
    }
}
