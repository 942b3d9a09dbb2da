package org.industrialmind.app.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.scoring.StoredWindows;
import org.industrialmind.telemetry.scoring.WindowCutter;
import org.industrialmind.telemetry.store.SampleStore;

/** Brings stored readings back as the windows that a detector learns from. */
public final class History {
    /** How much is read from the store at once: bounds memory to a few megabytes per channel. */
    private static final Duration PAGE = Duration.ofHours(2);

    private static final int MOST_ROWS = 100_000; // in one answer of the store

    private final SampleStore store;
    private final int mostRows;

    public History(SampleStore store) {
        this(store, MOST_ROWS);
    }

    /** @param mostRows in one answer of the store */
    History(SampleStore store, int mostRows) {
        this.store = store;
        this.mostRows = mostRows;
    }

    /**
     * Returns the windows of those assets in the span.
     *
     * @throws IllegalArgumentException if nothing is stored for any of them
     */
    public WindowSet windows(
            FrameSchema schema, List<AssetId> assets, long fromNanos, long toNanos, int length, int stride) {
        List<Window> windows = new ArrayList<>();
        for (AssetId asset : assets) {
            windows.addAll(StoredWindows.cut(asset, schema, frames(asset, schema, fromNanos, toNanos), length, stride));
        }
        String description = "stored readings of " + assets.size() + " " + schema.equipmentClass() + " ("
                + assets.getFirst() + " ... " + assets.getLast() + ") from " + Instant.EPOCH.plusNanos(fromNanos)
                + " to "
                + Instant.EPOCH.plusNanos(toNanos) + ", " + windows.size() + " windows of " + length + " rows";
        return new WindowSet(description, windows);
    }

    /**
     * Hands on the windows that the readings in the span make due, in order of time; only a page of the readings is in memory
     * at once.
     *
     * @param cutter which has seen what was before, if anything
     */
    public void each(WindowCutter cutter, long fromNanos, long toNanos, Consumer<Window> windows) {
        pages(cutter.asset(), cutter.schema(), fromNanos, toNanos).forEach(frame -> cutter.add(frame, windows));
    }

    private List<Frame> frames(AssetId asset, FrameSchema schema, long fromNanos, long toNanos) {
        return pages(asset, schema, fromNanos, toNanos).toList();
    }

    private Stream<Frame> pages(AssetId asset, FrameSchema schema, long fromNanos, long toNanos) {
        return LongStream.iterate(fromNanos, page -> page < toNanos, page -> page + PAGE.toNanos())
                .boxed()
                .flatMap(page -> page(asset, schema, page, Math.min(page + PAGE.toNanos(), toNanos)));
    }

    /** Returns a page in as many answers as it takes: a fast signal has more rows in it than the store hands out at once. */
    private Stream<Frame> page(AssetId asset, FrameSchema schema, long fromNanos, long toNanos) {
        return Stream.iterate(
                        answer(asset, schema, fromNanos, toNanos),
                        answer -> !answer.isEmpty(),
                        answer -> rows(answer) < mostRows
                                ? List.<Frame>of()
                                : answer(asset, schema, lastNanos(answer) + 1, toNanos))
                .flatMap(List::stream);
    }

    private List<Frame> answer(AssetId asset, FrameSchema schema, long fromNanos, long toNanos) {
        return store.range(asset, schema, fromNanos, toNanos, mostRows);
    }

    private static int rows(List<Frame> answer) {
        return answer.stream().mapToInt(Frame::rows).sum();
    }

    private static long lastNanos(List<Frame> answer) {
        Frame last = answer.getLast();
        return last.time(last.rows() - 1);
    }
}
