package org.industrialmind.foundations.series;

/**
 * The chart of an exponentially weighted moving average, z = (1 - weight) z + weight x, with limits of so many of its own
 * deviations: width sigma sqrt(weight / (2 - weight) (1 - (1 - weight)^(2 t))).
 *
 * <p>Finds small shifts as {@link Cusum} does and shows the level while it does; the limits widen over the first values, as
 * the average does.
 *
 * @see "Roberts 1959, Control chart tests based on geometric moving averages, Technometrics 1(3)"
 * @param target what the process should be at
 * @param deviation of normal values from it
 * @param weight of the newest value, above 0 and at most 1, which is Shewhart's chart
 * @param width of the limits, in deviations of the average
 */
public record EwmaChart(double target, double deviation, double weight, double width) {
    /** @throws IllegalArgumentException unless deviation and width are positive and the weight in (0, 1] */
    public EwmaChart {
        if (!(deviation > 0 && width > 0 && weight > 0 && weight <= 1)
                || !Double.isFinite(target + deviation + width)) {
            throw new IllegalArgumentException("an EWMA chart about " + target + " with deviation " + deviation
                    + ", weight " + weight + " and width " + width
                    + ": expected finite numbers, deviation and width above 0, and a weight in (0, 1]");
        }
    }

    /** Weight 0.1 and width 2.7: an alarm of normal values about once in 500, as with Shewhart's chart. */
    public static EwmaChart of(double target, double deviation) {
        return new EwmaChart(target, deviation, 0.1, 2.7);
    }

    /**
     * Runs along a series; the statistics are the average's distance above and below the target, in the series' unit.
     *
     * @throws IllegalArgumentException if a value is missing or infinite
     */
    public ControlChart chart(double[] series) {
        Values.requireComplete(series);
        double[] up = new double[series.length];
        double[] down = new double[series.length];
        double[] limits = new double[series.length];
        double away = 0;
        double forgotten = 1; // (1 - weight)^(2 t)
        for (int t = 0; t < series.length; t++) {
            away = (1 - weight) * away + weight * (series[t] - target);
            forgotten *= (1 - weight) * (1 - weight);
            up[t] = away;
            down[t] = -away;
            limits[t] = width * deviation * Math.sqrt(weight / (2 - weight) * (1 - forgotten));
        }
        return new ControlChart(up, down, limits);
    }
}
