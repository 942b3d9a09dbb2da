package org.industrialmind.foundations.series;

import java.util.Arrays;

/**
 * The two-sided cumulative sum: small shifts that last add up until they show.
 *
 * <p>With z the value's distance from the target in deviations, up = max(0, up + z - slack), down = max(0, down - z -
 * slack); an alarm where either passes the limit. A slack of half the shift one wants to find is the best for it; with
 * slack 0.5 and limit 5 a shift of one deviation is found after about 10 values, and normal values raise an alarm once in
 * about 465 [2].
 *
 * <ol>
 *   <li>Page 1954, Continuous inspection schemes, Biometrika 41.
 *   <li>Montgomery 2012, Introduction to Statistical Quality Control, 7th ed., section 9.1.
 * </ol>
 *
 * @param target what the process should be at
 * @param deviation of normal values from it
 * @param slack what is forgiven a step, in deviations
 * @param limit of the sums, in deviations
 */
public record Cusum(double target, double deviation, double slack, double limit) {
    /** @throws IllegalArgumentException unless deviation and limit are positive, the slack not negative, all finite */
    public Cusum {
        if (!(deviation > 0 && limit > 0 && slack >= 0) || !Double.isFinite(target + deviation + slack + limit)) {
            throw new IllegalArgumentException("a CUSUM about " + target + " with deviation " + deviation + ", slack "
                    + slack + " and limit " + limit + ": expected finite numbers, deviation and limit above 0");
        }
    }

    /** Slack 0.5 and limit 5: for shifts of about one deviation. */
    public static Cusum of(double target, double deviation) {
        return new Cusum(target, deviation, 0.5, 5);
    }

    /**
     * Runs along a series; the sums are in deviations.
     *
     * @throws IllegalArgumentException if a value is missing or infinite
     */
    public ControlChart chart(double[] series) {
        Values.requireComplete(series);
        double[] up = new double[series.length];
        double[] down = new double[series.length];
        double[] limits = new double[series.length];
        Arrays.fill(limits, limit);
        double high = 0;
        double low = 0;
        for (int t = 0; t < series.length; t++) {
            double z = (series[t] - target) / deviation;
            high = Math.max(0, high + z - slack);
            low = Math.max(0, low - z - slack);
            up[t] = high;
            down[t] = low;
        }
        return new ControlChart(up, down, limits);
    }
}
