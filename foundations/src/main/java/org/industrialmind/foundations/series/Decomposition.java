package org.industrialmind.foundations.series;

/** A series as trend, season and remainder. Shape of each: [time]. */
public final class Decomposition {
    private final double[] trend;
    private final double[] season;
    private final double[] remainder;
    private final double[] weights;

    Decomposition(double[] trend, double[] season, double[] remainder, double[] weights) {
        this.trend = trend;
        this.season = season;
        this.remainder = remainder;
        this.weights = weights;
    }

    public double[] trend() {
        return trend.clone();
    }

    public double[] season() {
        return season.clone();
    }

    /** Returns what neither explains: the rest of a sum, the factor that is left of a product. */
    public double[] remainder() {
        return remainder.clone();
    }

    /** Returns how much each value was trusted, from 0 to 1; 1 throughout unless the method was robust. */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * Returns how strong the season of a sum is, from 0 to 1: the share of the variance of season and remainder that the
     * remainder does not have.
     *
     * @see "Hyndman and Athanasopoulos 2021, Forecasting: Principles and Practice, 3rd ed., section 4.3"
     */
    public double seasonalStrength() {
        return strength(season);
    }

    /** Returns how strong the trend of a sum is, likewise. */
    public double trendStrength() {
        return strength(trend);
    }

    private double strength(double[] part) {
        double[] both = new double[part.length];
        for (int t = 0; t < both.length; t++) {
            both[t] = part[t] + remainder[t];
        }
        double all = Values.variance(both);
        double level = (Values.squares(trend) + Values.squares(both)) / both.length;
        return all > 1e-24 * level ? Math.max(0, 1 - Values.variance(remainder) / all) : 0; // less is rounding
    }
}
