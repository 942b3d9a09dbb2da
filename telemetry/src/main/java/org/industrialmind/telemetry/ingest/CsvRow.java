package org.industrialmind.telemetry.ingest;

import java.util.Optional;

/** One row of a file of readings: when, what, and what somebody who knew said about it. */
public final class CsvRow {
    private final long timeNanos;
    private final double[] values;
    private final Optional<Boolean> anomaly;
    private final Optional<Boolean> changePoint;

    CsvRow(long timeNanos, double[] values, Optional<Boolean> anomaly, Optional<Boolean> changePoint) {
        this.timeNanos = timeNanos;
        this.values = values;
        this.anomaly = anomaly;
        this.changePoint = changePoint;
    }

    public long timeNanos() {
        return timeNanos;
    }

    /** Returns the value, or {@code NaN} if it is missing. */
    public double value(int channel) {
        return values[channel];
    }

    void copyTo(double[] target, int at) {
        System.arraycopy(values, 0, target, at, values.length);
    }

    /** Returns whether the row is labelled anomalous; empty in files without labels. */
    public Optional<Boolean> anomaly() {
        return anomaly;
    }

    /** Returns whether the row is labelled as the beginning or end of an anomaly; empty in files without such labels. */
    public Optional<Boolean> changePoint() {
        return changePoint;
    }
}
