package org.industrialmind.foundations.statistics;

/**
 * The Gumbel distribution of the largest of many numbers whose tails fall like an exponential.
 *
 * @param location the most frequent value
 */
public record Gumbel(double location, double scale) implements Distribution {
    /** @throws IllegalArgumentException unless the location is finite and the scale positive and finite */
    public Gumbel {
        Parameters.requireFinite("Gumbel distribution", "location", location);
        Parameters.requirePositive("Gumbel distribution", "scale", scale);
    }

    @Override
    public double logDensity(double x) {
        return extreme().logDensity(x);
    }

    @Override
    public double cdf(double x) {
        return extreme().cdf(x);
    }

    @Override
    public double tail(double x) {
        return extreme().tail(x);
    }

    @Override
    public double quantile(double p) {
        return extreme().quantile(p);
    }

    @Override
    public double mean() {
        return location + scale * LogGamma.EULER;
    }

    @Override
    public double variance() {
        return Math.PI * Math.PI / 6 * scale * scale;
    }

    private GeneralisedExtreme extreme() {
        return new GeneralisedExtreme(location, scale, 0);
    }
}
