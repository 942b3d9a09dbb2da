package org.industrialmind.telemetry.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;

/**
 * The memory of the plant: every reading, once, under its asset and event time.
 *
 * <p>Writes are idempotent: what is written again under the same asset and time (for assessments: asset, model name and
 * window end) replaces what was there, whole; a row that came in parts is put together before it is written. A write that
 * returned is durable against the death of this process and visible to later reads within {@link #visibility()}. Spans are
 * half open: from is inclusive, to is exclusive. Implementations are safe for use by many threads.
 *
 * <p>Errors: {@link StoreUnavailableException} when the database cannot be reached or refuses for now (worth trying
 * again), {@link IllegalArgumentException} for a question that can never be answered, such as an unknown channel.
 */
public interface SampleStore extends AutoCloseable {
    /** Makes room for frames of that schema; does nothing where there is room already. */
    void prepare(FrameSchema schema);

    /** Writes frames, whose schemas have been prepared. */
    void write(List<Frame> frames);

    void writeAssessments(List<Assessment> assessments);

    /** Returns the newest row of the asset, or empty if there is none. */
    Optional<Frame> latest(AssetId asset, FrameSchema schema);

    /** Returns the rows in the span in order of time, at most {@code limit} of them, as frames. */
    List<Frame> range(AssetId asset, FrameSchema schema, long fromNanos, long toNanos, int limit);

    /**
     * Returns the channel's usable values in the span, condensed to buckets of equal duration, in order of time; a bucket
     * without a usable value is absent. Minimum and maximum keep single-sample spikes visible at any zoom.
     *
     * @param buckets at most how many, 1 to 10,000
     */
    List<Bucket> condensed(
            AssetId asset, FrameSchema schema, String channel, long fromNanos, long toNanos, int buckets);

    /**
     * Returns the assessments of the asset in the span, by window end, in order of time, at most {@code limit}. Of a window
     * that a model has judged, an earlier or later "cannot say" is left out.
     */
    List<Assessment> assessments(AssetId asset, long fromNanos, long toNanos, int limit);

    /**
     * Returns how many rows the asset has in the span and a checksum over them. Waits until everything written before this
     * call is visible, so the answer is exact.
     */
    Ledger ledger(AssetId asset, FrameSchema schema, long fromNanos, long toNanos);

    /** Returns how long after a write has returned it may take until reads see it. */
    Duration visibility();

    /**
     * Returns when everything written before this call is visible to reads.
     *
     * @throws StoreUnavailableException if that takes longer than the limit
     */
    void awaitVisible(Duration limit);

    @Override
    void close();

    /** The condensed readings of one stretch of time. */
    record Bucket(Instant start, double min, double max, double mean, long count) {}

    /**
     * What is in the store, in a form that two parties can compare.
     *
     * @param rows the number of rows, which is the number of distinct event times
     * @param checksum see {@link RowChecksum}: the sum over all rows, so it does not depend on their order
     */
    record Ledger(long rows, long checksum) {}
}
