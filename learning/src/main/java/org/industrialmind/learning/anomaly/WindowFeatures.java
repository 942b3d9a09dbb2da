package org.industrialmind.learning.anomaly;

import java.util.Arrays;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * What a window says in few numbers: for each channel where it stands and how restless it is, both in the scale of the
 * machine and regime.
 *
 * <p>The window is cut into up to {@value Blocks#MOST} blocks of equal length. Level is the median of the blocks' means;
 * restlessness the logarithm of the root of the median of their variances, so that twice and half the usual noise are
 * equally far. Cavitation, a loose contact or a stuck transmitter show in the noise first. Medians over blocks, because a
 * dip of the mains or a single wild reading spoils a block or two and is over by the time anyone could act; what lasts
 * half a window is seen. Variances are about the block's own straight line ({@link BlockSums}): what follows the weather down
 * in half an hour is on the move, and not restless. Where no block has three readings, as of a channel that is read every fifth
 * row, the line is that of the whole window.
 *
 * <p>Drives and surroundings are left out: what the machine was asked to do and what came to it from outside are no fault
 * of it. Shape: the levels of all other channels, then their restlessness. One instance serves one thread: it keeps its arrays.
 */
final class WindowFeatures {
    /** Added to every deviation, in sigmas of the channel: below it, quiet is quiet. */
    private static final double QUIET = 0.02;

    private final int width;
    private final int rows;
    private final int blocks;
    private final int[] channels;
    private final float[] readings;
    private final BlockSums sums;
    private final double[] means; // [channel, block]
    private final double[] variances; // [channel, block]
    private final double[] sorted;

    WindowFeatures(FrameSchema schema, int windowLength) {
        width = schema.width();
        rows = windowLength;
        blocks = Blocks.count(windowLength);
        sorted = new double[blocks];
        channels = channels(schema);
        readings = new float[width * windowLength];
        sums = new BlockSums(width);
        means = new double[width * blocks];
        variances = new double[width * blocks];
    }

    /** Returns the positions of the channels that are judged: how the machine works and feels. */
    static int[] channels(FrameSchema schema) {
        int[] all = new int[schema.width()];
        int count = 0;
        for (int c = 0; c < all.length; c++) {
            if (schema.channel(c).role().judged()) {
                all[count++] = c;
            }
        }
        return Arrays.copyOf(all, count);
    }

    int size() {
        return 2 * channels.length;
    }

    /** Fills the features of a window; one of a channel without enough readings is NaN. */
    void of(Window window, Scale scale, double[] features) {
        window.copyTo(readings, 0);
        boolean complete = window.coverage() == 1;
        for (int block = 0; block < blocks; block++) {
            int fromRow = block * rows / blocks;
            int toRow = (block + 1) * rows / blocks;
            if (!complete || !sums.ofFinite(readings, fromRow, toRow, scale)) {
                sums.of(readings, fromRow, toRow, scale);
            }
            for (int c : channels) {
                means[c * blocks + block] = sums.mean(c);
                variances[c * blocks + block] = sums.variance(c);
            }
        }
        boolean sparse = false;
        for (int i = 0; i < channels.length; i++) {
            int at = channels[i] * blocks;
            double variance = Blocks.median(variances, at, 1, sorted);
            features[i] = Blocks.median(means, at, 1, sorted);
            features[channels.length + i] = restlessness(variance);
            sparse |= Double.isNaN(variance);
        }
        if (sparse) {
            fillSparse(scale, features);
        }
    }

    /** Fills how restless the channels are that no block has enough readings of. */
    private void fillSparse(Scale scale, double[] features) {
        sums.of(readings, 0, rows, scale);
        for (int i = channels.length; i < features.length; i++) {
            if (Double.isNaN(features[i])) {
                features[i] = restlessness(sums.variance(channels[i - channels.length]));
            }
        }
    }

    private static double restlessness(double variance) {
        return Math.log(QUIET + Math.sqrt(variance));
    }
}
