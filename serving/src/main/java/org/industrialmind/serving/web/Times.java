package org.industrialmind.serving.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;

/** Event times of the house (epoch nanoseconds) and of the API (ISO-8601). */
public final class Times {
    private Times() {}

    public static Instant instant(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }

    /** Returns epoch nanoseconds; the range is the years 1677 to 2262. */
    public static long nanos(Instant time) {
        try {
            return ChronoUnit.NANOS.between(Instant.EPOCH, time);
        } catch (ArithmeticException outOfRange) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "the time " + time + " is out of range",
                    "use a time between 1678 and 2261");
        }
    }

    /** Refuses a span that is empty or runs backwards. */
    public static void requireSpan(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "the span from " + from + " to " + to + " is empty",
                    "give a 'from' that lies before 'to'");
        }
    }
}
