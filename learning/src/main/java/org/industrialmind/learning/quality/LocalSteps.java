package org.industrialmind.learning.quality;

import java.util.Arrays;
import org.industrialmind.signal.Window;

/**
 * By how much each channel of a window steps at each row, whatever trend it is on.
 *
 * <p>Two straight lines of one slope are fitted by least squares to the readings before and after a row, up to
 * {@value #SIDE} on either side; the step is what is between them. A temperature that settles after a change of load
 * moves far in ten minutes and does not step. A step is given in units of its own standard error for readings of
 * variance one, so that noise of standard deviation s gives steps of standard deviation s wherever the row stands; the
 * factor, about 1.5 in the middle of a long window, is how many times its own size a true step is seen.
 *
 * <p>Shape: [row, channel]; {@code NaN} where fewer than {@value #FEWEST} readings lie on a side.
 */
final class LocalSteps {
    static final int SIDE = 20;
    static final int FEWEST = 6;

    private final int rows;
    private final int width;
    private final double[] steps; // [row, channel]
    private final double[] slopes; // [row, channel], in their standard errors too

    private LocalSteps(int rows, int width) {
        this.rows = rows;
        this.width = width;
        this.steps = new double[rows * width];
        this.slopes = new double[rows * width];
        Arrays.fill(steps, Double.NaN);
    }

    static LocalSteps of(Window window, int[] channels) {
        LocalSteps steps = new LocalSteps(window.length(), channels.length);
        Sums sums = new Sums(window.length());
        for (int i = 0; i < channels.length; i++) {
            sums.read(window, channels[i]);
            steps.measure(i, sums);
        }
        return steps;
    }

    int rows() {
        return rows;
    }

    /** Copies the steps of all channels at one row. */
    void at(int row, double[] into) {
        System.arraycopy(steps, row * width, into, 0, width);
    }

    /** Returns the common slope of both sides in its standard error for readings of variance one. */
    double slope(int row, int channel) {
        return slopes[row * width + channel];
    }

    private void measure(int channel, Sums sums) {
        for (int row = FEWEST; row + FEWEST <= rows; row++) {
            Sums.Side before = sums.between(Math.max(0, row - SIDE), row);
            Sums.Side after = sums.between(row, Math.min(rows, row + SIDE));
            double spread = before.spread() + after.spread();
            if (before.n() >= FEWEST && after.n() >= FEWEST && spread > 0) {
                double slope = (before.product() + after.product()) / spread;
                double apart = after.place() - before.place();
                double step = after.mean() - before.mean() - slope * apart;
                double variance = 1.0 / before.n() + 1.0 / after.n() + apart * apart / spread;
                steps[row * width + channel] = step / Math.sqrt(variance);
                slopes[row * width + channel] = slope * Math.sqrt(spread);
            }
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
        record Side(int n, double place, double mean, double spread, double product) {}

        Sums(int rows) {
            n = new int[rows + 1];
            t = new double[rows + 1];
            tt = new double[rows + 1];
            x = new double[rows + 1];
            tx = new double[rows + 1];
        }

        void read(Window window, int channel) {
            double origin = Double.NaN; // the first reading: what remains is small, and sums of squares exact
            for (int row = 0; row < window.length(); row++) {
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
