package org.industrialmind.foundations.series;

import java.util.Arrays;

/**
 * The local level and the local linear trend: a level that wanders, on a slope that wanders or on none, seen through noise.
 *
 * <pre>y[t] = level[t] + epsilon,   level[t + 1] = level[t] + slope[t] + eta,   slope[t + 1] = slope[t] + zeta
 * </pre>
 *
 * <p>Nothing is known of the first level and slope. The three variances are those of the highest likelihood; 0 is
 * among what is searched. The local level forecasts as simple exponential smoothing does,
 * but lives with missing values (NaN) and says of every level in the past how well it is known.
 *
 * @see "Harvey 1989, Forecasting, Structural Time Series Models and the Kalman Filter, Cambridge, sections 2.3 and 4.2"
 * @param slope whether there is a slope
 */
public record LocalTrend(boolean slope) implements Forecaster {
    /** A level only. */
    public static LocalTrend level() {
        return new LocalTrend(false);
    }

    /** A level and a slope. */
    public static LocalTrend withSlope() {
        return new LocalTrend(true);
    }

    /**
     * {@inheritDoc} NaN is a value that is missing.
     *
     * @throws IllegalArgumentException if fewer than 6 values (4 without a slope) are there or one is infinite
     */
    @Override
    public LocalTrendModel fit(double[] series) {
        Values.requireNoInfinity(series);
        boolean[] present = Gains.present(series);
        int there = 0;
        for (boolean value : present) {
            there += value ? 1 : 0;
        }
        Values.requireLength(there, slope ? 6 : 4, "a local trend");
        double[][] starts = slope
                ? new double[][] {{1, 0.3, 0.01}, {1, 0.01, 0.3}, {0.1, 1, 0.1}, {0.01, 0.3, 1}}
                : new double[][] {{1, 0.3}, {0.1, 1}};
        double[] none = new double[starts[0].length];
        double[] any = new double[starts[0].length];
        Arrays.fill(any, Double.POSITIVE_INFINITY);
        double[] best = LeastSquares.within(none, any, v -> scaled(v, present, series), starts);
        double scale = innovations(best, present, series).variance();
        return new LocalTrendModel(this, scale * best[0], scale * best[1], slope ? scale * best[2] : 0, series);
    }

    /**
     * Returns the model with given variances; nothing is learned.
     *
     * @param noise of epsilon
     * @param level of eta
     * @param slopes of zeta; 0 without a slope
     * @throws IllegalArgumentException if a variance is negative or all are 0, or the series does not determine the start
     */
    public LocalTrendModel withVariances(double[] series, double noise, double level, double slopes) {
        if (!(noise >= 0 && level >= 0 && slopes >= 0 && noise + level + slopes > 0) || (slopes > 0 && !slope)) {
            throw new IllegalArgumentException("variances " + noise + ", " + level + ", " + slopes
                    + ": expected none negative, one positive, and 0 for a slope that is not there");
        }
        return new LocalTrendModel(this, noise, level, slopes, series);
    }

    private Innovations innovations(double[] variances, boolean[] present, double[] series) {
        StateSpace model = model(variances[0], variances[1], slope ? variances[2] : 0);
        return new Innovations(new Gains(model, present, false), series, new double[0][]);
    }

    private double[] scaled(double[] variances, boolean[] present, double[] series) {
        return innovations(variances, present, series).scaled();
    }

    StateSpace model(double noise, double level, double slopes) {
        if (!slope) {
            return new StateSpace(
                    new double[] {1}, new double[] {1}, new double[] {level}, noise, new double[1], new double[] {1});
        }
        return new StateSpace(
                new double[] {1, 0},
                new double[] {1, 1, 0, 1},
                new double[] {level, 0, 0, slopes},
                noise,
                new double[4],
                new double[] {1, 0, 0, 1});
    }
}
