package org.industrialmind.learning.quality;

import java.util.Arrays;
import org.industrialmind.signal.Window;

/**
 * By how much each channel of a window steps at each row, whatever trend it is on.
 *
 * <p>Two straight lines of one slope are fitted by least squares to the readings before and after a row, up to
 * {@value #SIDE} on either side; the step is what is between them. A temperature that settles after a change of load
 * moves far in ten minutes and does not step. A slope that is free to be anything costs half of what there is to see,
 * though, and most channels hardly have one: so the slope is drawn towards none, the more so the less the channel slopes
 * when all is well (a normal prior, whose variance is its {@code steepness}).
 *
 * <p>A step is given in units of its own standard error for readings of variance one, so that noise of standard deviation s
 * gives steps of standard deviation s wherever the row stands; the factor, in the middle of a long window 3 for a channel
 * without a slope and 1.5 for one that may have any, is how many times its own size a true step is seen.
 *
 * <p>Shape: [row, channel]; {@code NaN} where fewer than {@value #FEWEST} readings lie on a side.
 */
final class LocalSteps {
    static final int SIDE = 20;
    static final int FEWEST = 6;

    /** Sum of squared deviations of the rows of two full sides, each from its mean. */
    static final double PLACES = 2 * SIDE * (SIDE * SIDE - 1) / 12.0;

    private final int rows;
    private final Sums[] channels;
    private final double[] steps; // [row, channel]

    private LocalSteps(int rows, Sums[] channels) {
        this.rows = rows;
        this.channels = channels;
        this.steps = new double[rows * channels.length];
        Arrays.fill(steps, Double.NaN);
    }

    /**
     * Measures the steps of a window.
     *
     * @param steepness of each of these channels: the variance that its slope in a row usually has, in variances of its
     *     noise, from 0 for one that never slopes
     */
    static LocalSteps of(Window window, int[] channels, double[] steepness) {
        Sums[] sums = new Sums[channels.length];
        for (int i = 0; i < channels.length; i++) {
            sums[i] = new Sums(window, channels[i]);
        }
        LocalSteps steps = new LocalSteps(window.length(), sums);
        for (int i = 0; i < channels.length; i++) {
            steps.measure(i, steepness[i]);
        }
        return steps;
    }

    private void measure(int channel, double steepness) {
        for (int row = FEWEST; row + FEWEST <= rows; row++) {
            Lines lines = lines(row, channel);
            if (lines.known()) {
                steps[row * channels.length + channel] = lines.step(steepness);
            }
        }
    }

    private Lines lines(int row, int channel) {
        Sums sums = channels[channel];
        return Lines.of(sums.between(Math.max(0, row - SIDE), row), sums.between(row, Math.min(rows, row + SIDE)));
    }

    int rows() {
        return rows;
    }

    /** Copies the steps of all channels at one row. */
    void at(int row, double[] into) {
        System.arraycopy(steps, row * channels.length, into, 0, channels.length);
    }

    /** Returns the step that is left beside the slope that fits best, in standard errors too: what no ramp explains. */
    double jump(int row, int channel) {
        Lines lines = lines(row, channel);
        return lines.known() ? lines.jump() : 0;
    }

    /**
     * Returns the common slope of both sides of all channels, in standard errors for readings of variance one; NaN where too
     * little was read.
     */
    double[] slopes(int row) {
        double[] slopes = new double[channels.length];
        for (int c = 0; c < slopes.length; c++) {
            Lines lines = lines(row, c);
            slopes[c] = lines.known() ? lines.slope() * Math.sqrt(lines.spread()) : Double.NaN;
        }
        return slopes;
    }

    /** Returns the steepest of the slopes before, after and common to both, in standard errors, without its sign. */
    double steepest(int row, int channel) {
        Lines lines = lines(row, channel);
        return lines.known() ? lines.steepest() : 0;
    }

    /**
     * Two lines of one slope, through the readings before a row and those from it on.
     *
     * @param spread of the rows of both sides: sum of squared deviations, each from its side's mean
     * @param slope that fits best
     */
    private record Lines(Sums.Side before, Sums.Side after, double spread, double slope) {
        static Lines of(Sums.Side before, Sums.Side after) {
            double spread = before.spread() + after.spread();
            return new Lines(before, after, spread, (before.product() + after.product()) / spread);
        }

        boolean known() {
            return before.n() >= FEWEST && after.n() >= FEWEST && spread > 0;
        }

        /** Returns the step beside as much of the slope as one of that steepness leaves, in standard errors. */
        double step(double steepness) {
            double believed = steepness * spread / (1 + steepness * spread);
            return left(believed) / Math.sqrt(means() + believed * ramp());
        }

        double jump() {
            return left(1) / Math.sqrt(means() + ramp());
        }

        double steepest() {
            return Math.max(Math.abs(slope) * Math.sqrt(spread), Math.max(before.steep(), after.steep()));
        }

        private double left(double share) {
            return after.mean() - before.mean() - share * slope * apart();
        }

        private double apart() {
            return after.place() - before.place();
        }

        /** Returns the variance of the rise from one mean to the other. */
        private double means() {
            return 1.0 / before.n() + 1.0 / after.n();
        }

        /** Returns the variance that the slope adds. */
        private double ramp() {
            return apart() * apart() / spread;
        }
    }

    /** Running sums over the readings of one channel, from which those of any stretch of rows follow. */
    private static final class Sums {
        private final int[] n;
        private final double[] t;
        private final double[] tt;
        private final double[] x;
        private final double[] tx;

        /**
         * What the readings of a stretch say.
         *
         * @param place mean row
         * @param spread of the rows: sum of squared deviations
         * @param product sum of products of deviations of rows and readings
         */
        record Side(int n, double place, double mean, double spread, double product) {
            /** Returns how steep its own slope is, in standard errors for readings of variance one. */
            double steep() {
                return spread > 0 ? Math.abs(product) / Math.sqrt(spread) : 0;
            }
        }

        Sums(Window window, int channel) {
            int rows = window.length();
            n = new int[rows + 1];
            t = new double[rows + 1];
            tt = new double[rows + 1];
            x = new double[rows + 1];
            tx = new double[rows + 1];
            double origin = Double.NaN; // the first reading: what remains is small, and sums of squares exact
            for (int row = 0; row < rows; row++) {
                double value = window.get(row, channel);
                boolean read = Double.isFinite(value);
                origin = read && Double.isNaN(origin) ? value : origin;
                double away = read ? value - origin : 0;
                n[row + 1] = n[row] + (read ? 1 : 0);
                t[row + 1] = t[row] + (read ? row : 0);
                tt[row + 1] = tt[row] + (read ? (double) row * row : 0);
                x[row + 1] = x[row] + away;
                tx[row + 1] = tx[row] + row * away;
            }
        }

        Side between(int from, int to) {
            int count = n[to] - n[from];
            if (count == 0) {
                return new Side(0, 0, 0, 0, 0);
            }
            double rows = t[to] - t[from];
            double sum = x[to] - x[from];
            return new Side(
                    count,
                    rows / count,
                    sum / count,
                    tt[to] - tt[from] - rows * rows / count,
                    tx[to] - tx[from] - rows * sum / count);
        }
    }
}
