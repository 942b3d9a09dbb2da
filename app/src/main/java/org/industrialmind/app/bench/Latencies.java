package org.industrialmind.app.bench;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/** How long each of many calls took. */
final class Latencies {
    private final long[] sortedNanos;

    private Latencies(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    /**
     * Makes some calls to warm up, which do not count, and then those that do; each gets its number.
     *
     * @param clock in nanoseconds: that on the wall, or that of the thread's processor time
     */
    static Latencies of(int warmUp, int calls, LongSupplier clock, IntConsumer call) {
        for (int i = 0; i < warmUp; i++) {
            call.accept(i);
        }
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            long start = clock.getAsLong();
            call.accept(i);
            nanos[i] = clock.getAsLong() - start;
        }
        return ofNanos(nanos);
    }

    static Latencies ofNanos(long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** Returns the time within which that share of the calls ended: the smallest such time that was seen. */
    double microseconds(double share) {
        int rank = (int) Math.ceil(share * sortedNanos.length);
        return sortedNanos[Math.max(rank, 1) - 1] / 1e3;
    }
}
