package org.industrialmind.telemetry.scoring;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long things took, in buckets that are never more than a sixteenth wide: durations of milliseconds or years alike,
 * in 8 kB, without allocation. Safe for use by many threads; histograms add up.
 *
 * <p>A duration falls into the bucket given by its highest bit and the four bits below it, as in HdrHistogram with one
 * significant hexadecimal digit.
 */
public final class LatencyHistogram {
    private static final int DETAIL_BITS = 4;
    private static final int DETAIL = 1 << DETAIL_BITS;

    private final AtomicLongArray buckets = new AtomicLongArray(DETAIL * (Long.SIZE - DETAIL_BITS));

    /** Counts one duration; a negative one counts as none. */
    public void record(long nanos) {
        buckets.incrementAndGet(bucket(Math.max(0, nanos)));
    }

    private static int bucket(long nanos) {
        if (nanos < DETAIL) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - DETAIL_BITS;
        return (shift + 1) * DETAIL + (int) (nanos >>> shift & DETAIL - 1);
    }

    private static long upperEnd(int bucket) {
        if (bucket < DETAIL) {
            return bucket;
        }
        int shift = bucket / DETAIL - 1;
        return ((long) (DETAIL + bucket % DETAIL + 1) << shift) - 1;
    }

    /** Returns a duration in nanoseconds that the share of all counted ones does not exceed, or 0 if there are none. */
    public long quantile(double share) {
        long wanted = (long) Math.ceil(share * count());
        long seen = 0;
        for (int bucket = 0; bucket < buckets.length(); bucket++) {
            seen += buckets.get(bucket);
            if (seen >= wanted && seen > 0) {
                return upperEnd(bucket);
            }
        }
        return 0;
    }

    public long count() {
        long count = 0;
        for (int bucket = 0; bucket < buckets.length(); bucket++) {
            count += buckets.get(bucket);
        }
        return count;
    }

    /** Counts everything that the other has counted, too. */
    public void add(LatencyHistogram other) {
        for (int bucket = 0; bucket < buckets.length(); bucket++) {
            buckets.addAndGet(bucket, other.buckets.get(bucket));
        }
    }
}
