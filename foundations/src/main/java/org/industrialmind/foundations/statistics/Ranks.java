package org.industrialmind.foundations.statistics;

/**
 * The order of values and their ranks, ties sharing the mean of the places they take.
 *
 * <p>Positions are sorted by merging, on primitive arrays: stable, no boxing, O(n log n) for any input.
 */
public final class Ranks {
    private Ranks() {}

    /**
     * Returns the positions of the values in ascending order, equal values in the order they came.
     *
     * @throws IllegalArgumentException if a value is NaN; the message names its position
     */
    public static int[] ascending(double[] values) {
        int n = values.length;
        int[] from = new int[n];
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(values[i])) {
                throw new IllegalArgumentException("no number at position " + i + ": what is missing has no rank");
            }
            from[i] = i;
        }
        int[] into = new int[n];
        for (int width = 1; width < n; width = width > n / 2 ? n : 2 * width) {
            for (int low = 0; low < n; low += 2 * width) {
                int middle = Math.min(n - low, width) + low;
                merge(values, from, into, low, middle, Math.min(n - middle, width) + middle);
                if (low > n - 2 * width) {
                    break; // the next step would pass the largest int on huge arrays
                }
            }
            int[] swap = from;
            from = into;
            into = swap;
        }
        return from;
    }

    /** Returns the positions of the values in descending order, equal values in the order they came. */
    public static int[] descending(double[] values) {
        double[] negative = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negative[i] = -values[i];
        }
        return ascending(negative);
    }

    /** Returns the rank of each value, from 1; equal values get the mean of the ranks they take together. */
    public static double[] of(double[] values) {
        int[] order = ascending(values);
        double[] ranks = new double[values.length];
        int start = 0;
        while (start < order.length) {
            int end = endOfTie(values, order, start);
            for (int i = start; i < end; i++) {
                ranks[order[i]] = 0.5 * (start + 1 + end);
            }
            start = end;
        }
        return ranks;
    }

    /** Returns the position in the order after the last that equals the value at start. */
    static int endOfTie(double[] values, int[] order, int start) {
        int end = start + 1;
        while (end < order.length && values[order[end]] == values[order[start]]) {
            end++;
        }
        return end;
    }

    /** Returns the sum of t^3 - t over all runs of t equal values: 0 where there are no ties. */
    static double tieCubes(double[] values) {
        int[] order = ascending(values);
        double sum = 0;
        int start = 0;
        while (start < order.length) {
            int end = endOfTie(values, order, start);
            double t = end - start;
            sum += t * t * t - t;
            start = end;
        }
        return sum;
    }

    private static void merge(double[] values, int[] from, int[] into, int low, int middle, int high) {
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takeLeft = left < middle && (right == high || values[from[left]] <= values[from[right]]);
            into[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
