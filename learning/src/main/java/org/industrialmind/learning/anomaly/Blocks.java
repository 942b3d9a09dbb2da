package org.industrialmind.learning.anomaly;

/**
 * Cuts the rows of a window into blocks of equal length, so that a median over blocks can pass over what spoils only a few:
 * a dip of the mains or a single wild reading is over by the time anyone could act; what lasts half a window is seen.
 */
public final class Blocks {
    public static final int MOST = 6;

    private static final int FEWEST_ROWS = 5; // of a block: fewer give no standard deviation to speak of

    private Blocks() {}

    /** Returns into how many blocks so many rows are cut, at least one. */
    public static int count(int rows) {
        return Math.clamp(rows / FEWEST_ROWS, 1, MOST);
    }

    /** Returns the median over the blocks of their means. Shape: [row]. */
    public static double medianOfMeans(double[] ofRows) {
        double[] means = new double[count(ofRows.length)];
        for (int b = 0; b < means.length; b++) {
            int from = b * ofRows.length / means.length;
            int to = (b + 1) * ofRows.length / means.length;
            for (int row = from; row < to; row++) {
                means[b] += ofRows[row] / (to - from);
            }
        }
        return median(means, 0, 1, new double[means.length]);
    }

    /**
     * Returns the median of every so many values from one on, without those that are NaN; NaN if all are.
     *
     * @param sorted room for as many values as there are blocks
     */
    public static double median(double[] values, int from, int step, double[] sorted) {
        int count = 0;
        for (int b = 0; b < sorted.length; b++) {
            double value = values[b * step + from];
            if (Double.isNaN(value)) {
                continue;
            }
            int place = count++;
            while (place > 0 && sorted[place - 1] > value) { // six values: insertion is the quickest sort
                sorted[place] = sorted[place - 1];
                place--;
            }
            sorted[place] = value;
        }
        return count == 0 ? Double.NaN : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }
}
