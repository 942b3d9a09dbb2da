package org.industrialmind.telemetry.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A span of time cut into buckets of equal duration, the last of which may reach past the end of the span. */
record BucketSpan(long fromNanos, long widthNanos) {
    private static final int MOST = 10_000;
    private static final long SECOND = 1_000_000_000L;

    /** @throws IllegalArgumentException if the span is empty or backwards, or the buckets are not 1 to 10,000 */
    static BucketSpan of(long fromNanos, long toNanos, int buckets) {
        if (buckets < 1 || buckets > MOST || fromNanos >= toNanos || toNanos - fromNanos < 0) {
            throw new IllegalArgumentException("cannot condense [" + fromNanos + ", " + toNanos + ") to " + buckets
                    + " buckets: expected a span from earlier to later, and 1 to " + MOST + " buckets");
        }
        return new BucketSpan(fromNanos, Math.ceilDiv(toNanos - fromNanos, buckets));
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    /** Returns the bucket of that number, or empty if it holds no value. */
    Optional<SampleStore.Bucket> bucket(long number, double min, double max, double mean, long count) {
        return count == 0
                ? Optional.empty()
                : Optional.of(new SampleStore.Bucket(instant(fromNanos + number * widthNanos), min, max, mean, count));
    }

    /** Reads the cells number, minimum, maximum, mean and count. */
    Optional<SampleStore.Bucket> bucket(List<@Nullable String> cells, boolean single) {
        String number = cells.get(0);
        String min = cells.get(1);
        String max = cells.get(2);
        String mean = cells.get(3);
        String count = cells.get(4);
        if (number == null || min == null || max == null || mean == null || count == null) {
            return Optional.empty(); // no value in any row
        }
        return bucket(
                Long.parseLong(number),
                FrameCollector.number(min, single),
                FrameCollector.number(max, single),
                Double.parseDouble(mean),
                Long.parseLong(count));
    }
}
