package org.industrialmind.learning.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis: the span of the values, rounded out to steps of 1, 2 or 5 times a power of ten, and where they fall on paper.
 *
 * @param low the value at the start, {@code from} on paper
 * @param high the value at the end, {@code to} on paper
 */
record Axis(double low, double high, double step, double from, double to) {
    private static final int WANTED_TICKS = 6;

    static Axis over(double least, double most, double from, double to) {
        double room = most > least ? most - least : Math.max(1, Math.abs(least));
        double step = niceStep(room / WANTED_TICKS);
        double low = Math.floor(least / step) * step;
        double high = Math.ceil((most > least ? most : least + room) / step) * step;
        return new Axis(low, high, step, from, to);
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    double place(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long count = Math.round((high - low) / step);
        for (long i = 0; i <= count; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    String label(double tick) {
        int digits = Math.clamp(-(long) Math.floor(Math.log10(step) + 1e-9), 0, 9);
        boolean huge = Math.max(Math.abs(low), Math.abs(high)) >= 1e6;
        double zeroed = Math.abs(tick) < step * 1e-9 ? 0 : tick; // no minus before a rounded zero
        return String.format(Locale.ROOT, huge ? "%.3g" : "%." + digits + "f", zeroed);
    }
}
