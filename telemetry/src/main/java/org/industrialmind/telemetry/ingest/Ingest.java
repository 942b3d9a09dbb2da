package org.industrialmind.telemetry.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;

/**
 * Takes readings in: checks them, hands them to the log, and counts what was taken in and what was refused and why. Safe for
 * use by many threads.
 */
public final class Ingest {
    private static final Duration PATIENCE = Duration.ofSeconds(30); // as long as a patient HTTP client waits

    private final FrameSink sink;
    private final InstantSource clock;
    private final Function<AssetId, Optional<FrameSchema>> catalogue;
    private final IngestLimits limits;
    private final LineProtocolParser parser;
    private final LongAdder accepted = new LongAdder();
    private final AtomicLongArray refused = new AtomicLongArray(Refusal.values().length);

    /**
     * Makes an ingest with the usual limits.
     *
     * @param catalogue answers which schema a known asset has
     */
    public Ingest(FrameSink sink, Function<AssetId, Optional<FrameSchema>> catalogue, InstantSource clock) {
        this(sink, catalogue, clock, IngestLimits.defaults());
    }

    public Ingest(
            FrameSink sink,
            Function<AssetId, Optional<FrameSchema>> catalogue,
            InstantSource clock,
            IngestLimits limits) {
        this.sink = sink;
        this.clock = clock;
        this.catalogue = catalogue;
        this.limits = limits;
        this.parser = new LineProtocolParser(catalogue, clock, limits);
    }

    /**
     * Takes in line protocol (see {@link LineProtocolParser}) and returns the number of rows once all of them are durable.
     *
     * @throws RefusedException if the text can never be taken in as it is; then nothing of it was
     * @throws IngestUnavailableException if some of it may not be durable; the same text can be sent again
     */
    public int lines(String text) {
        try {
            return submit(text.getBytes(StandardCharsets.UTF_8)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IngestUnavailableException("the log did not take the readings; send them again later", e);
        } catch (TimeoutException e) {
            throw new IngestUnavailableException(
                    "the log did not take the readings within " + PATIENCE + "; send them again later", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IngestUnavailableException("taking in the readings was interrupted; send them again", e);
        }
    }

    /**
     * Takes in line protocol without waiting for the log.
     *
     * @return completes with the number of rows once all of them are durable; exceptionally if some may not be, after which
     *     the same text can be sent again
     * @throws RefusedException if the text can never be taken in as it is; then nothing of it was
     */
    public CompletableFuture<Integer> submit(byte[] utf8) {
        return hand(counted(() -> parser.parse(utf8)));
    }

    /**
     * Takes in a frame from a source that makes frames itself.
     *
     * @throws RefusedException if the asset is unknown, its schema another, a value infinite or a time not to be believed
     */
    public CompletableFuture<Integer> submit(Frame frame) {
        return hand(counted(() -> {
            check(frame);
            return List.of(frame);
        }));
    }

    /** Returns how many rows have been acknowledged. */
    public long accepted() {
        return accepted.sum();
    }

    /** Returns how many requests have been refused for that reason. */
    public long refused(Refusal refusal) {
        return refused.get(refusal.ordinal());
    }

    private CompletableFuture<Integer> hand(List<Frame> frames) {
        int rows = frames.stream().mapToInt(Frame::rows).sum();
        return CompletableFuture.allOf(sent(frames)).thenApply(all -> {
            accepted.add(rows);
            return rows;
        });
    }

    /** Sends the frames until one fails or the time is over: a log that is away would hold up each of the rest as long. */
    private CompletableFuture<?>[] sent(List<Frame> frames) {
        List<CompletableFuture<Void>> acknowledgements = new ArrayList<>();
        long began = System.nanoTime();
        for (Frame frame : frames) {
            CompletableFuture<Void> durable = System.nanoTime() - began < PATIENCE.toNanos()
                    ? sink.accept(frame)
                    : CompletableFuture.failedFuture(new TimeoutException("the log takes readings too slowly"));
            acknowledgements.add(durable);
            if (durable.isCompletedExceptionally()) {
                break;
            }
        }
        return acknowledgements.toArray(CompletableFuture[]::new);
    }

    private List<Frame> counted(Supplier<List<Frame>> reading) {
        try {
            return reading.get();
        } catch (RefusedException e) {
            refused.incrementAndGet(e.refusal().ordinal());
            throw e;
        }
    }

    private void check(Frame frame) {
        FrameSchema known = catalogue
                .apply(frame.asset())
                .orElseThrow(() ->
                        new RefusedException(Refusal.UNKNOWN_ASSET, 1, "asset " + frame.asset() + " is not known"));
        if (known.id() != frame.schema().id()) {
            throw new RefusedException(
                    Refusal.UNKNOWN_CLASS,
                    1,
                    frame + " has the schema " + frame.schema().idText() + ": expected " + known.idText());
        }
        long now = IngestTime.nanos(clock.instant());
        for (int row = 0; row < frame.rows(); row++) {
            IngestTime.require(frame.time(row), now, limits, row + 1);
            for (int c = 0; c < known.width(); c++) {
                if (Double.isInfinite(frame.value(row, c))) {
                    throw new RefusedException(
                            Refusal.NOT_A_NUMBER,
                            row + 1,
                            "channel " + known.channel(c).name() + " is " + frame.value(row, c)
                                    + ": expected a finite number, or NaN for a missing one");
                }
            }
        }
    }
}
