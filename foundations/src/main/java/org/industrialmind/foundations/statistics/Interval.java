package org.industrialmind.foundations.statistics;

/** A stretch of numbers that holds what is sought with some confidence, ends included. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "interval from " + low + " to " + high + ": expected two numbers, the low end first");
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public double width() {
        return high - low;
    }
}
