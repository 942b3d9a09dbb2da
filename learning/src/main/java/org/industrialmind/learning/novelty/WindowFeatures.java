package org.industrialmind.learning.novelty;

import org.industrialmind.learning.anomaly.Blocks;
import org.industrialmind.learning.anomaly.StandardWindow;

/**
 * What a window says in few numbers: for each channel where it stands and how restless it is, both in the scale of the
 * machine and regime.
 *
 * <p>The window is cut into up to {@value Blocks#MOST} blocks of equal length. Level is the median of the blocks' means;
 * restlessness the logarithm of the root of the median of their variances, so that twice and half the usual noise are
 * equally far. Cavitation, a loose contact or a stuck transmitter show in the noise first. Medians over blocks, because a
 * dip of the mains or a single wild reading spoils a block or two and is over by the time anyone could act; what lasts
 * half a window is seen. Within a block a slow ramp hardly counts as noise.
 *
 * <p>Shape: the levels of all channels, then their restlessness. Both are NaN of a channel that was not read, and a window
 * of one row has no restlessness. What bridges a gap is left out, since it would pass for quiet.
 */
final class WindowFeatures {
    /** Added to every deviation, in sigmas of the channel: below it, quiet is quiet. */
    private static final double QUIET = 0.02;

    private WindowFeatures() {}

    /** Returns the features. Shape: [time, channel] -> [2 channel]. */
    static double[] of(StandardWindow window) {
        int rows = window.length();
        int width = window.width();
        int blocks = Blocks.count(rows);
        float[] z = new float[rows * width];
        window.copyTo(z, 0);
        double[] means = new double[blocks * width]; // [block, channel]
        double[] variances = new double[blocks * width];
        for (int block = 0; block < blocks; block++) {
            int fromRow = block * rows / blocks;
            int toRow = (block + 1) * rows / blocks;
            if (window.complete()) {
                summarise(z, width, fromRow, toRow, means, variances, block * width);
            } else {
                summariseRead(window, fromRow, toRow, means, variances, block * width);
            }
        }
        double[] features = new double[2 * width];
        double[] sorted = new double[blocks];
        for (int c = 0; c < width; c++) {
            boolean read = window.read(c);
            features[c] = read ? Blocks.median(means, c, width, sorted) : Double.NaN;
            features[width + c] = read && rows > 1
                    ? Math.log(QUIET + Math.sqrt(Blocks.median(variances, c, width, sorted)))
                    : Double.NaN;
        }
        return features;
    }

    /** Puts mean and variance of each channel of a block where the block's own begin: loops that vectorise. */
    private static void summarise(
            float[] z, int width, int fromRow, int toRow, double[] means, double[] variances, int into) {
        for (int row = fromRow; row < toRow; row++) {
            for (int c = 0; c < width; c++) {
                double value = z[row * width + c];
                means[into + c] += value;
                variances[into + c] += value * value;
            }
        }
        int n = toRow - fromRow;
        for (int c = 0; c < width; c++) {
            double mean = means[into + c] / n;
            means[into + c] = mean;
            variances[into + c] = Math.max(0, (variances[into + c] - n * mean * mean) / Math.max(1, n - 1));
        }
    }

    /** Does the same, but leaves out what bridges a gap; NaN where too little was read. */
    private static void summariseRead(
            StandardWindow window, int fromRow, int toRow, double[] means, double[] variances, int into) {
        for (int c = 0; c < window.width(); c++) {
            int n = 0;
            double sum = 0;
            double squares = 0;
            for (int row = fromRow; row < toRow; row++) {
                if (!window.bridged(row, c)) {
                    double value = window.get(row, c);
                    sum += value;
                    squares += value * value;
                    n++;
                }
            }
            double mean = n == 0 ? Double.NaN : sum / n;
            means[into + c] = mean;
            variances[into + c] = n < 2 ? Double.NaN : Math.max(0, (squares - sum * mean) / (n - 1));
        }
    }
}
