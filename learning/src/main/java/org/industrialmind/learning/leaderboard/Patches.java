package org.industrialmind.learning.leaderboard;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;

/** Lays each row and those before it side by side: [time, channel] -> [time, lag and channel], the newest first. */
final class Patches {
    private Patches() {}

    /**
     * Returns the patches that lie whole in a stretch.
     *
     * @throws IllegalArgumentException if no stretch is long enough for one
     */
    static Matrix of(List<Matrix> stretches, int lags) {
        int width = stretches.getFirst().columns() * (lags + 1);
        int count = stretches.stream()
                .mapToInt(stretch -> Math.max(0, stretch.rows() - lags))
                .sum();
        if (count == 0) {
            throw new IllegalArgumentException("no stretch of normal rows is longer than the " + lags
                    + " rows to look back on: expected more rows, or fewer lags");
        }
        double[] all = new double[count * width];
        double[] patch = new double[width];
        int at = 0;
        for (Matrix stretch : stretches) {
            for (int row = lags; row < stretch.rows(); row++) {
                copy(stretch, row, lags, patch);
                System.arraycopy(patch, 0, all, at++ * width, width);
            }
        }
        return Matrix.of(count, width, all);
    }

    /** Copies the patch that ends with a row; before the first row it is taken to have stood still. */
    static void copy(Matrix rows, int row, int lags, double[] patch) {
        int width = rows.columns();
        for (int lag = 0; lag <= lags; lag++) {
            int from = Math.max(0, row - lag);
            for (int c = 0; c < width; c++) {
                patch[lag * width + c] = rows.get(from, c);
            }
        }
    }
}
