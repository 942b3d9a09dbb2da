package org.industrialmind.telemetry.ingest;

import java.time.Instant;

/** Which event times are believed. */
final class IngestTime {
    private static final long EARLIEST = nanos(Instant.parse("2000-01-01T00:00:00Z"));

    private IngestTime() {}

    static void require(long time, long now, IngestLimits limits, int line) {
        if (time < EARLIEST) {
            throw new RefusedException(
                    Refusal.TIME_TOO_OLD,
                    line,
                    "timestamp " + time
                            + " is from before 2000: expected nanoseconds since 1970; is it in seconds or milliseconds?");
        }
        if (time - now > limits.future().toNanos()) {
            throw new RefusedException(
                    Refusal.TIME_IN_FUTURE,
                    line,
                    "timestamp " + time + " is " + (time - now) / 1_000_000_000L
                            + " s ahead of this machine's clock: expected at most "
                            + limits.future().toSeconds()
                            + " s; compare the clocks");
        }
    }

    /** @throws ArithmeticException for times after 2262, which 64 bits of nanoseconds cannot say */
    static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
