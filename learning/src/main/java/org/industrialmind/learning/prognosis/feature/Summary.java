package org.industrialmind.learning.prognosis.feature;

import java.util.function.UnaryOperator;

/**
 * One number for each row of a series that sums up the rows until then, and never a later one.
 *
 * @param name of the number
 * @param of turns a series into its summary. Shape: [row] -> [row]
 */
record Summary(String name, UnaryOperator<double[]> of) {
    private static final int FEWEST = 5; // rows below which a slope is noise
    private static final double CALM =
            50; // added to the spread of the rows' positions: short windows shrink to no slope

    /** The mean of all rows, each half as heavy as one that came so many rows later. */
    static Summary recent(int halfLife) {
        double fade = Math.pow(0.5, 1.0 / halfLife);
        return new Summary("recent " + halfLife, series -> {
            double[] result = new double[series.length];
            double sum = 0;
            double weight = 0;
            for (int row = 0; row < series.length; row++) {
                sum = sum * fade + series[row];
                weight = weight * fade + 1;
                result[row] = sum / weight;
            }
            return result;
        });
    }

    /** The mean of all rows. */
    static Summary whole() {
        return new Summary("mean", series -> first(series, series.length));
    }

    /** The mean of the first rows, as far as they have come: what the unit was like when it was new. */
    static Summary first(int rows) {
        return new Summary("first " + rows, series -> first(series, rows));
    }

    private static double[] first(double[] series, int rows) {
        double[] result = new double[series.length];
        double sum = 0;
        for (int row = 0; row < series.length; row++) {
            sum += row < rows ? series[row] : 0;
            result[row] = sum / Math.min(row + 1, rows);
        }
        return result;
    }

    /** The slope of the least squares line through the last rows, per row. */
    static Summary slope(int rows) {
        return new Summary("slope " + rows, series -> {
            double[] result = new double[series.length];
            for (int row = FEWEST - 1; row < series.length; row++) {
                int from = Math.max(0, row - rows + 1);
                double middle = (row - from) / 2.0;
                double together = 0;
                double spread = 0;
                for (int i = from; i <= row; i++) {
                    double away = i - from - middle;
                    together += away * series[i];
                    spread += away * away;
                }
                result[row] = together / (spread + CALM);
            }
            return result;
        });
    }

    /** The standard deviation of the last rows. */
    static Summary spread(int rows) {
        return new Summary("spread " + rows, series -> {
            double[] result = new double[series.length];
            for (int row = 1; row < series.length; row++) {
                int from = Math.max(0, row - rows + 1);
                double mean = 0;
                double squares = 0;
                for (int i = from; i <= row; i++) { // Welford 1962
                    double before = series[i] - mean;
                    mean += before / (i - from + 1);
                    squares += before * (series[i] - mean);
                }
                result[row] = Math.sqrt(squares / (row - from + 1));
            }
            return result;
        });
    }
}
