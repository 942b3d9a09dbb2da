package org.industrialmind.learning.quality;

import java.util.Arrays;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.signal.Window;

/**
 * What the readings of one channel in one window look like, whatever their level.
 *
 * <p>Medians are worked out when they are asked for. Of nearly every window it is enough to know that they are not above a
 * limit, which a count of the readings above it tells at a tenth of the price.
 */
final class Shape {
    static final int FEWEST = 16;
    static final int LATE = 20;

    private static final double SIGMAS = Quantiles.MAD_TO_SIGMA / Math.sqrt(2); // of noise, in medians of changes

    private final double[] values; // that were read
    private final double[] changes; // from one to the next, without their signs; none of too few readings
    private final double step;
    private final int longest;

    private Shape(double[] values, double[] changes) {
        this.values = values;
        this.changes = changes;
        double least = Double.POSITIVE_INFINITY;
        int most = changes.length == 0 ? 0 : 1;
        int run = 1;
        for (double change : changes) {
            run = change == 0 ? run + 1 : 1;
            most = Math.max(most, run);
            least = change > 0 ? Math.min(least, change) : least;
        }
        this.step = Double.isInfinite(least) ? 0 : least;
        this.longest = most;
    }

    static Shape of(Window window, int channel) {
        double[] values = new double[window.length()];
        int n = 0;
        for (int row = 0; row < window.length(); row++) {
            float value = window.get(row, channel);
            if (Float.isFinite(value)) {
                values[n++] = value;
            }
        }
        values = n == values.length ? values : Arrays.copyOf(values, n);
        double[] changes = new double[n < FEWEST ? 0 : n - 1];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = Math.abs(values[i + 1] - values[i]);
        }
        return new Shape(values, changes);
    }

    /** Returns how many readings there are. */
    int read() {
        return values.length;
    }

    /** Returns the median of the readings; NaN if there is none. */
    double level() {
        return values.length == 0 ? Double.NaN : Quantiles.medianReordering(values.clone());
    }

    /** Returns whether the level lies outside a range. */
    boolean outside(double low, double high) {
        int out = 0; // as many as half of the readings are, or the median is within
        for (double value : values) {
            out += value < low || value > high ? 1 : 0;
        }
        return 2 * out >= values.length && (level() < low || level() > high);
    }

    /** Returns the robust standard deviation of the change from one reading to the next, over the root of two. */
    double noise() {
        return noise(0);
    }

    /** Returns the noise of the last {@value #LATE} changes: a sensor that has just failed is noisy there first. */
    double late() {
        return noise(Math.max(0, changes.length - LATE));
    }

    private double noise(int from) {
        return changes.length == 0
                ? 0
                : SIGMAS * Quantiles.medianReordering(Arrays.copyOfRange(changes, from, changes.length));
    }

    /** Returns whether the noise is above the one limit, or that of the last readings above the other. */
    boolean noisier(double limit, double limitLate) {
        boolean throughout = mayExceed(changes, 0, limit / SIGMAS) && noise() > limit;
        int from = Math.max(0, changes.length - LATE);
        return throughout || (mayExceed(changes, from, limitLate / SIGMAS) && late() > limitLate);
    }

    /** Returns whether the median of a sample from that place on may be above a limit: half of it or more is. */
    private static boolean mayExceed(double[] sample, int from, double limit) {
        int above = 0;
        for (int i = from; i < sample.length; i++) {
            above += sample[i] > limit ? 1 : 0;
        }
        return 2 * above >= sample.length - from;
    }

    /** Returns the smallest change between two readings that differ; 0 if none do. */
    double step() {
        return step;
    }

    /** Returns the longest run of equal readings, in rows. */
    int longest() {
        return longest;
    }
}
