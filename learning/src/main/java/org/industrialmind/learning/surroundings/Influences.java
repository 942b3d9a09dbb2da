package org.industrialmind.learning.surroundings;

import java.util.stream.IntStream;
import org.industrialmind.signal.Channel.Role;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * What bears on the readings of a window from outside, in few numbers.
 *
 * <p>Shape: the mean of each drive, the mean of each ambient channel, then the trend of each ambient channel, as the change
 * over one window's length. A channel of which too little was read is {@code NaN}.
 */
final class Influences {
    private static final int FEWEST = 5; // readings, for a trend

    private final int[] drives;
    private final int[] ambient;
    private final int[] judged;

    Influences(FrameSchema schema) {
        drives = channels(schema, Role.DRIVE);
        ambient = channels(schema, Role.AMBIENT);
        judged = IntStream.range(0, schema.width())
                .filter(c -> schema.channel(c).role().judged())
                .toArray();
    }

    private static int[] channels(FrameSchema schema, Role role) {
        return IntStream.range(0, schema.width())
                .filter(c -> schema.channel(c).role() == role)
                .toArray();
    }

    int drives() {
        return drives.length;
    }

    /** Returns the number of influences. */
    int size() {
        return drives.length + 2 * ambient.length;
    }

    /** Returns the positions of the channels that are influenced. */
    int[] judged() {
        return judged;
    }

    double[] of(Window window) {
        double[] influences = new double[size()];
        for (int i = 0; i < drives.length; i++) {
            influences[i] = Line.of(window, drives[i]).mean();
        }
        for (int i = 0; i < ambient.length; i++) {
            Line line = Line.of(window, ambient[i]);
            influences[drives.length + i] = line.mean();
            influences[drives.length + ambient.length + i] = line.change();
        }
        return influences;
    }

    /**
     * The straight line through the readings of one channel.
     *
     * @param mean of the readings
     * @param change over one window's length, by least squares
     */
    record Line(double mean, double change) {
        static Line of(Window window, int channel) {
            return of(window, channel, 0, window.length());
        }

        /**
         * Returns the change that goes on all through the window: the least of its own and of its halves', or 0 where they
         * contradict each other or too little was read. What is on its way to somewhere has one, a step has none. The
         * window's own is asked too: noise gives half a window nearly three times the slope, and training saw whole ones.
         */
        static double steady(Window window, int channel) {
            int middle = window.length() / 2;
            double whole = of(window, channel).change();
            double first = of(window, channel, 0, middle).change();
            double second = of(window, channel, middle, window.length()).change();
            double least = Math.min(Math.abs(whole), Math.min(Math.abs(first), Math.abs(second)));
            return first * second > 0 && first * whole > 0 ? Math.copySign(least, whole) : 0;
        }

        private static Line of(Window window, int channel, int fromRow, int toRow) {
            int n = 0;
            double sum = 0;
            double rows = 0;
            double squares = 0;
            double products = 0;
            for (int row = fromRow; row < toRow; row++) {
                double value = window.get(row, channel);
                if (Double.isFinite(value)) {
                    n++;
                    sum += value;
                    rows += row;
                    squares += (double) row * row;
                    products += row * value;
                }
            }
            if (n < FEWEST) {
                return new Line(Double.NaN, Double.NaN);
            }
            double spread = squares - rows * rows / n;
            double change = spread > 0 ? (products - rows * sum / n) / spread * window.length() : 0;
            return new Line(sum / n, change);
        }
    }
}
