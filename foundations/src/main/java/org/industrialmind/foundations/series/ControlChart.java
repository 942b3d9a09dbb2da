package org.industrialmind.foundations.series;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/** How far a process is up and down at each time, and how far it may be: from {@link Cusum} and {@link EwmaChart}. */
public final class ControlChart {
    private final double[] up;
    private final double[] down;
    private final double[] limits;

    ControlChart(double[] up, double[] down, double[] limits) {
        this.up = up;
        this.down = down;
        this.limits = limits;
    }

    /** Returns the statistic that rises with the process. Shape: [time]. */
    public double[] up() {
        return up.clone();
    }

    /** Returns the statistic that rises as the process falls. Shape: [time]. */
    public double[] down() {
        return down.clone();
    }

    /** Returns what either statistic may reach. Shape: [time]. */
    public double[] limits() {
        return limits.clone();
    }

    public boolean alarm(int t) {
        return up[t] > limits[t] || down[t] > limits[t];
    }

    /** Returns all times of alarm, in order. */
    public int[] alarms() {
        return IntStream.range(0, up.length).filter(this::alarm).toArray();
    }

    public OptionalInt firstAlarm() {
        return IntStream.range(0, up.length).filter(this::alarm).findFirst();
    }
}
