package org.industrialmind.foundations.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The distance of two series that may run at different speeds: the least root of summed squares over all ways to pair their
 * values in order.
 *
 * <p>d[i, j] = (a[i] - b[j])^2 + min(d[i - 1, j], d[i, j - 1], d[i - 1, j - 1]). A band keeps pairs near the diagonal: a
 * batch may be a little ahead of another, not hours; it also saves work, O(n band). Not a metric: the triangle inequality
 * does not hold.
 *
 * @see "Sakoe and Chiba 1978, Dynamic programming algorithm optimization for spoken word recognition, IEEE Trans. ASSP
 *     26(1)"
 * @param band how far a pair may be off the diagonal, in steps of the longer series
 */
public record DynamicTimeWarping(int band) {
    /** @throws IllegalArgumentException if the band is negative */
    public DynamicTimeWarping {
        if (band < 0) {
            throw new IllegalArgumentException("a band of " + band + " steps: expected 0 or more");
        }
    }

    /** Any pairing in order. */
    public static DynamicTimeWarping free() {
        return new DynamicTimeWarping(Integer.MAX_VALUE);
    }

    /** A value of the first series and one of the second. */
    public record Pair(int first, int second) {}

    /**
     * Returns the distance. Memory: O(shorter).
     *
     * @throws IllegalArgumentException if a series is empty or lacks a value
     */
    public double distance(double[] first, double[] second) {
        double[][] lastTwo = rows(first, second, false);
        return Math.sqrt(lastTwo[first.length % 2][second.length]);
    }

    /** Returns the pairs of the least distance, in order; memory O(n m). */
    public List<Pair> path(double[] first, double[] second) {
        double[][] rows = rows(first, second, true);
        List<Pair> reversed = new ArrayList<>();
        int i = first.length;
        int j = second.length;
        while (i > 0 && j > 0) {
            reversed.add(new Pair(i - 1, j - 1));
            double least = Math.min(rows[i - 1][j - 1], Math.min(rows[i - 1][j], rows[i][j - 1]));
            if (rows[i - 1][j - 1] == least) {
                i--;
                j--;
            } else if (rows[i - 1][j] == least) {
                i--;
            } else {
                j--;
            }
        }
        return reversed.reversed();
    }

    /** Returns all rows of d, or only the last two, at even and odd places. */
    private double[][] rows(double[] first, double[] second, boolean all) {
        Values.requireComplete(first, 1, "time warping");
        Values.requireComplete(second, 1, "time warping");
        int n = first.length;
        int m = second.length;
        double slope = (double) m / n;
        double reach = Math.max(band * Math.min(1, slope), Math.max(1, slope)); // at least so far that a path exists
        double[][] rows = new double[all ? n + 1 : 2][m + 1];
        Arrays.fill(rows[0], Double.POSITIVE_INFINITY);
        rows[0][0] = 0;
        for (int i = 1; i <= n; i++) {
            double[] above = rows[all ? i - 1 : (i - 1) % 2];
            double[] row = rows[all ? i : i % 2];
            Arrays.fill(row, Double.POSITIVE_INFINITY);
            int from = (int) Math.max(1, Math.ceil(slope * i - reach));
            int to = (int) Math.min(m, Math.floor(slope * i + reach));
            for (int j = from; j <= to; j++) {
                double away = first[i - 1] - second[j - 1];
                row[j] = away * away + Math.min(above[j - 1], Math.min(above[j], row[j - 1]));
            }
        }
        return rows;
    }
}
