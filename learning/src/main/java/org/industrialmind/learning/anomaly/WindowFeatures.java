package org.industrialmind.learning.anomaly;

import java.util.Arrays;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * What a window says in few numbers: for each channel its mean and the logarithm of its spread within the window, both in
 * the scale of the machine and regime.
 *
 * <p>The mean shows where a channel stands, the spread how restless it is: cavitation, a loose contact or a stuck
 * transmitter show there first. A logarithm, so that twice and half the usual noise are equally far.
 *
 * <p>Drives are left out: they are what the machine was asked to do, told apart by the regime, and no fault of it. Shape:
 * the means of all other channels, then their log-spreads. One instance serves one thread: it keeps its arrays.
 */
final class WindowFeatures {
    /** Added to every spread, in sigmas of the channel: below it, quiet is quiet. */
    private static final double QUIET = 0.02;

    private final int width;
    private final int[] channels;
    private final float[] readings;
    private final double[] sums;
    private final double[] squares;
    private final int[] counts;

    WindowFeatures(FrameSchema schema, int windowLength) {
        width = schema.width();
        channels = channels(schema);
        readings = new float[width * windowLength];
        sums = new double[width];
        squares = new double[width];
        counts = new int[width];
    }

    /** Returns the positions of the channels that are judged: all but the drives. */
    static int[] channels(FrameSchema schema) {
        int[] all = new int[schema.width()];
        int count = 0;
        for (int c = 0; c < all.length; c++) {
            if (schema.channel(c).role() != Channel.Role.DRIVE) {
                all[count++] = c;
            }
        }
        return Arrays.copyOf(all, count);
    }

    int size() {
        return 2 * channels.length;
    }

    /** Fills the features of a window; those of a channel without a reading (or a single one, for the spread) are NaN. */
    void of(Window window, Scale scale, double[] features) {
        window.copyTo(readings, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(counts, 0);
        for (int at = 0; at < readings.length; at += width) {
            for (int c = 0; c < width; c++) {
                double z = (readings[at + c] - scale.centre(c)) * scale.perSpread(c);
                if (Math.abs(z) <= Double.MAX_VALUE) { // neither NaN nor infinite
                    sums[c] += z;
                    squares[c] += z * z;
                    counts[c]++;
                }
            }
        }
        for (int i = 0; i < channels.length; i++) {
            int c = channels[i];
            double mean = sums[c] / counts[c];
            double variance = (squares[c] - sums[c] * mean) / (counts[c] - 1);
            features[i] = mean;
            features[channels.length + i] =
                    counts[c] < 2 ? Double.NaN : Math.log(QUIET + Math.sqrt(Math.max(0, variance)));
        }
    }
}
