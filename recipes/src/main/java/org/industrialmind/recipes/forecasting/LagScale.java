package org.industrialmind.recipes.forecasting;

import java.util.Arrays;

/**
 * Brings windows of a series to numbers around 0, by the part of the series learned from.
 *
 * @param fromLast whether values are counted from the last one of their window, for a series that wanders off, or from the
 *     mean of the part learned from, for one that comes back
 * @param unit what is called 1: the deviation of the part learned from
 */
record LagScale(boolean fromLast, double mean, double unit) {
    static LagScale of(double[] series, boolean fromLast) {
        double mean = Arrays.stream(series).average().orElseThrow();
        double squares = 0;
        for (int t = 1; t < series.length; t++) {
            double off = fromLast ? series[t] - series[t - 1] : series[t] - mean;
            squares += off * off;
        }
        double unit = Math.sqrt(squares / Math.max(1, series.length - 1));
        return new LagScale(fromLast, mean, unit > 0 ? unit : 1);
    }

    double[] input(double[] series, int end, int lags) {
        return scaled(series, end - lags, end, origin(series, end));
    }

    double[] target(double[] series, int end, int horizon) {
        return scaled(series, end, end + horizon, origin(series, end));
    }

    /** Returns what was said about the steps after an end in the unit of the series. */
    double[] unscaled(double[] said, double[] series) {
        double origin = origin(series, series.length);
        return Arrays.stream(said).map(value -> origin + unit * value).toArray();
    }

    private double origin(double[] series, int end) {
        return fromLast ? series[end - 1] : mean;
    }

    private double[] scaled(double[] series, int from, int to, double origin) {
        double[] values = new double[to - from];
        Arrays.setAll(values, i -> (series[from + i] - origin) / unit);
        return values;
    }
}
