package org.industrialmind.foundations.series;

/** The checks and sums that every method on a series needs. */
final class Values {
    private Values() {}

    static void requireComplete(double[] series) {
        for (int t = 0; t < series.length; t++) {
            if (!Double.isFinite(series[t])) {
                throw new IllegalArgumentException("the series at position " + t + " is " + series[t]
                        + ": expected a finite number; fill gaps, or take a method that lives with them (Arima,"
                        + " LocalTrend)");
            }
        }
    }

    static void requireComplete(double[] series, int least, String method) {
        requireLength(series.length, least, method);
        requireComplete(series);
    }

    /** Lets NaN pass, which stands for a value that is missing. */
    static void requireNoInfinity(double[] series) {
        for (int t = 0; t < series.length; t++) {
            if (Double.isInfinite(series[t])) {
                throw new IllegalArgumentException("the series at position " + t + " is " + series[t]
                        + ": expected a finite number, or NaN where it is missing");
            }
        }
    }

    static void requireLength(int length, int least, String method) {
        if (length < least) {
            throw new IllegalArgumentException(
                    "a series of " + length + " values: expected at least " + least + " for " + method);
        }
    }

    static void requireHorizon(int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("a forecast of " + horizon + " steps: expected at least 1");
        }
    }

    static double mean(double[] series) {
        double sum = 0;
        for (double value : series) {
            sum += value;
        }
        return sum / series.length;
    }

    /** Returns the mean squared distance from the mean, divided by n. */
    static double variance(double[] series) {
        double mean = mean(series);
        double sum = 0;
        for (double value : series) {
            sum += (value - mean) * (value - mean);
        }
        return sum / series.length;
    }

    static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** Returns x[t] - x[t - lag]. Shape: [n] -> [n - lag]. */
    static double[] differenced(double[] series, int lag) {
        double[] differences = new double[series.length - lag];
        for (int t = 0; t < differences.length; t++) {
            differences[t] = series[t + lag] - series[t];
        }
        return differences;
    }

    static boolean constant(double[] series) {
        for (double value : series) {
            if (value != series[0]) {
                return false;
            }
        }
        return true;
    }
}
