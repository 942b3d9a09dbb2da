package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * The normal distribution of any mean and deviation: what sums of many small independent causes tend to. {@link Normal} is
 * the standard one.
 *
 * @param mean centre
 * @param deviation standard deviation
 */
public record Gaussian(double mean, double deviation) implements Distribution {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** @throws IllegalArgumentException unless the mean is finite and the deviation positive and finite */
    public Gaussian {
        Parameters.requireFinite("normal distribution", "mean", mean);
        Parameters.requirePositive("normal distribution", "deviation", deviation);
    }

    /**
     * Returns the most likely distribution; its variance divides by n.
     *
     * @throws IllegalArgumentException if a value is not finite or all are equal
     */
    public static Gaussian fit(double[] values) {
        Moments moments = Moments.of(values);
        if (!(moments.squares() > 0)) {
            throw new IllegalArgumentException(
                    "a normal distribution cannot be fitted to " + values.length + " values that are all equal");
        }
        return new Gaussian(moments.mean(), Math.sqrt(moments.squares() / moments.count()));
    }

    @Override
    public double logDensity(double x) {
        double z = (x - mean) / deviation;
        return -0.5 * z * z - HALF_LOG_TWO_PI - Math.log(deviation);
    }

    @Override
    public double cdf(double x) {
        return Normal.cdf((x - mean) / deviation);
    }

    @Override
    public double tail(double x) {
        return Normal.tail((x - mean) / deviation);
    }

    @Override
    public double quantile(double p) {
        return mean + deviation * Normal.quantile(p);
    }

    @Override
    public double variance() {
        return deviation * deviation;
    }

    @Override
    public double sample(RandomGenerator random) {
        return mean + deviation * random.nextGaussian();
    }
}
