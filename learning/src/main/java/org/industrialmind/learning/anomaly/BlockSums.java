package org.industrialmind.learning.anomaly;

import java.util.Arrays;

/**
 * What one block of a window comes to, channel by channel: the mean of its readings, and their variance about the straight
 * line through them. What rises or falls steadily is on its way somewhere, and is no noise for it.
 *
 * <p>One instance serves one block after the other. Times are rows; a channel counts the rows in which it was read.
 */
final class BlockSums {
    private static final int LINE = 2; // readings that a straight line always passes through

    private final int[] counts;
    private final double[] times;
    private final double[] timeSquares;
    private final double[] sums;
    private final double[] squares;
    private final double[] products; // of reading and time

    BlockSums(int channels) {
        counts = new int[channels];
        times = new double[channels];
        timeSquares = new double[channels];
        sums = new double[channels];
        squares = new double[channels];
        products = new double[channels];
    }

    private void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(times, 0);
        Arrays.fill(timeSquares, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(products, 0);
    }

    /** Sums up rows of which every reading is finite; returns false if one was not after all. Shape: [row, channel]. */
    boolean ofFinite(float[] readings, int fromRow, int toRow, Scale scale) {
        clear();
        int rows = toRow - fromRow;
        double middle = (rows - 1) / 2.0;
        for (int row = 0; row < rows; row++) {
            scale.addFinite(readings, (fromRow + row) * sums.length, row - middle, sums, squares, products);
        }
        Arrays.fill(counts, rows);
        Arrays.fill(timeSquares, rows * (rows * (double) rows - 1) / 12);
        double total = 0;
        for (double square : squares) {
            total += square;
        }
        return Double.isFinite(total);
    }

    /** Sums up rows and leaves out what is not finite. Shape: [row, channel]. */
    void of(float[] readings, int fromRow, int toRow, Scale scale) {
        clear();
        for (int row = fromRow; row < toRow; row++) {
            double time = row - fromRow;
            for (int c = 0; c < sums.length; c++) {
                double z = scale.standard(c, readings[row * sums.length + c]);
                if (Double.isFinite(z)) {
                    counts[c]++;
                    times[c] += time;
                    timeSquares[c] += time * time;
                    sums[c] += z;
                    squares[c] += z * z;
                    products[c] += time * z;
                }
            }
        }
    }

    /** Returns the mean of a channel; NaN where it was not read. */
    double mean(int channel) {
        return counts[channel] == 0 ? Double.NaN : sums[channel] / counts[channel];
    }

    /** Returns the variance of a channel about its line; NaN of fewer than three readings. */
    double variance(int channel) {
        int n = counts[channel];
        if (n <= LINE) {
            return Double.NaN;
        }
        double mean = sums[channel] / n;
        double along = products[channel] - times[channel] * mean;
        double span = timeSquares[channel] - times[channel] * times[channel] / n;
        return Math.max(0, squares[channel] - sums[channel] * mean - along * along / span) / (n - LINE);
    }
}
