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
 * @param step the smallest change between two that differ; 0 if none do
 * @param longest the longest run of equal ones, in rows
 * @param jump the largest difference between the means of the {@value #SIDE} readings before and after a place, in units
 *     of the noise that such a difference has
 * @param jumpAt the row of that place
 */
record Shape(int read, double level, double noise, double step, int longest, double jump, int jumpAt) {
    static final int SIDE = 8;
    private static final int FEWEST = 2 * SIDE;

    static Shape of(Window window, int channel) {
        double[] values = new double[window.length()];
        int[] rows = new int[window.length()];
        int n = 0;
        for (int row = 0; row < window.length(); row++) {
            float value = window.get(row, channel);
            if (Float.isFinite(value)) {
                rows[n] = row;
                values[n++] = value;
            }
        }
        values = Arrays.copyOf(values, n);
        if (n < FEWEST) {
            return new Shape(n, n == 0 ? Double.NaN : Quantiles.median(values), 0, 0, 0, 0, 0);
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
        double noise = Quantiles.MAD_TO_SIGMA * Quantiles.median(changes) / Math.sqrt(2);
        return withJump(values, rows, noise, Double.isInfinite(step) ? 0 : step, longest);
    }

    private static Shape withJump(double[] values, int[] rows, double noise, double step, int longest) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + (values[i] - values[0]);
        }
        double largest = 0;
        int at = 0;
        for (int i = SIDE; i + SIDE <= values.length; i++) {
            double difference = Math.abs(sums[i + SIDE] - 2 * sums[i] + sums[i - SIDE]) / SIDE;
            if (difference > largest) {
                largest = difference;
                at = rows[i];
            }
        }
        double usual = Math.max(noise, step) * Math.sqrt(2.0 / SIDE);
        return new Shape(
                values.length, Quantiles.median(values), noise, step, longest, usual > 0 ? largest / usual : 0, at);
    }
}
