package org.industrialmind.foundations.statistics;

/** The distribution that favours no point of an interval. */
public record Uniform(double low, double high) implements Distribution {
    /** @throws IllegalArgumentException unless both ends are finite and low lies below high */
    public Uniform {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "uniform distribution from " + low + " to " + high + ": expected a finite interval, low end first");
        }
    }

    @Override
    public double logDensity(double x) {
        return x < low || x > high ? Double.NEGATIVE_INFINITY : -Math.log(high - low);
    }

    @Override
    public double cdf(double x) {
        return Math.clamp((x - low) / (high - low), 0.0, 1.0);
    }

    @Override
    public double tail(double x) {
        return Math.clamp((high - x) / (high - low), 0.0, 1.0);
    }

    @Override
    public double quantile(double p) {
        Probability.require(p);
        return low + p * (high - low);
    }

    @Override
    public double mean() {
        return low + (high - low) / 2;
    }

    @Override
    public double variance() {
        return (high - low) * (high - low) / 12;
    }
}
