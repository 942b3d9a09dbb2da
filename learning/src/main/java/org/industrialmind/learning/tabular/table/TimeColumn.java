package org.industrialmind.learning.tabular.table;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of points in time, in nanoseconds since 1970-01-01T00:00Z; {@link #MISSING} where one is missing. Reaches from
 * 1677 to 2262.
 */
public final class TimeColumn implements Column {
    /** Stands for a missing time. */
    public static final long MISSING = Long.MIN_VALUE;

    private static final long NANOS = 1_000_000_000;

    private final String name;
    private final long[] nanos;

    private TimeColumn(String name, long[] nanos) {
        this.name = name;
        this.nanos = nanos;
    }

    /** Takes nanoseconds since the epoch; copied. */
    public static TimeColumn ofNanos(String name, long... nanos) {
        return new TimeColumn(new Field(name, Kind.TIME).name(), nanos.clone());
    }

    public static TimeColumn of(String name, Instant... times) {
        return ofNanos(name, Arrays.stream(times).mapToLong(TimeColumn::nanos).toArray());
    }

    /** @throws ArithmeticException if the time is outside 1677 to 2262 */
    static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.TIME;
    }

    @Override
    public int size() {
        return nanos.length;
    }

    /** Returns the time of a row in nanoseconds since the epoch, {@link #MISSING} where there is none. */
    public long nanos(int row) {
        return nanos[row];
    }

    public Optional<Instant> instant(int row) {
        return isMissing(row)
                ? Optional.empty()
                : Optional.of(
                        Instant.ofEpochSecond(Math.floorDiv(nanos[row], NANOS), Math.floorMod(nanos[row], NANOS)));
    }

    @Override
    public boolean isMissing(int row) {
        return nanos[row] == MISSING;
    }

    @Override
    public String text(int row) {
        return instant(row).map(Instant::toString).orElse("");
    }

    @Override
    public TimeColumn renamed(String other) {
        return new TimeColumn(new Field(other, Kind.TIME).name(), nanos);
    }

    @Override
    public TimeColumn select(int... rows) {
        long[] chosen = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = nanos[rows[i]];
        }
        return new TimeColumn(name, chosen);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeColumn that && name.equals(that.name) && Arrays.equals(nanos, that.nanos);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(nanos);
    }

    @Override
    public String toString() {
        return "TimeColumn[" + name + ", " + nanos.length + " rows]";
    }
}
