package org.industrialmind.foundations.series;

/** The values from low to high, both included. */
public record Interval(double low, double high) {
    /** @throws IllegalArgumentException unless low is at most high */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval from " + low + " to " + high + ": expected low <= high");
        }
    }

    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    public double width() {
        return high - low;
    }
}
