package org.industrialmind.learning.quality;

import java.util.Arrays;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.signal.Window;

/**
 * What the readings of one channel in one window look like, whatever their level.
 *
 * @param read how many there are
 * @param level their median
 * @param noise robust standard deviation of the change from one to the next, over the root of two
 * @param late the same of the last {@value #LATE} readings: a sensor that has just failed is noisy there first
 * @param step the smallest change between two that differ; 0 if none do
 * @param longest the longest run of equal ones, in rows
 */
record Shape(int read, double level, double noise, double late, double step, int longest) {
    static final int FEWEST = 16;
    static final int LATE = 20;

    static Shape of(Window window, int channel) {
        double[] values = new double[window.length()];
        int n = 0;
        for (int row = 0; row < window.length(); row++) {
            float value = window.get(row, channel);
            if (Float.isFinite(value)) {
                values[n++] = value;
            }
        }
        values = Arrays.copyOf(values, n);
        if (n < FEWEST) {
            return new Shape(n, n == 0 ? Double.NaN : Quantiles.median(values), 0, 0, 0, 0);
        }
        double[] changes = new double[n - 1];
        double step = Double.POSITIVE_INFINITY;
        int longest = 1;
        int run = 1;
        for (int i = 1; i < n; i++) {
            changes[i - 1] = Math.abs(values[i] - values[i - 1]);
            run = changes[i - 1] == 0 ? run + 1 : 1;
            longest = Math.max(longest, run);
            step = changes[i - 1] > 0 ? Math.min(step, changes[i - 1]) : step;
        }
        double[] last = Arrays.copyOfRange(changes, Math.max(0, n - 1 - LATE), n - 1);
        return new Shape(
                n, Quantiles.median(values), noise(changes), noise(last), Double.isInfinite(step) ? 0 : step, longest);
    }

    private static double noise(double[] changes) {
        return Quantiles.MAD_TO_SIGMA * Quantiles.median(changes) / Math.sqrt(2);
    }
}
