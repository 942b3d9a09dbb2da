package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * The gamma distribution: the waiting time for several events that come at a constant rate, the number of events need not be
 * whole.
 *
 * <p>The most likely shape solves ln k - digamma(k) = ln(mean) - mean(ln), by Newton's method on 1/k, which converges from
 * any side in a few steps [1]. Numbers are drawn by squeezing the cube of a normal one [2].
 *
 * <ol>
 *   <li>Minka 2002, Estimating a gamma distribution.
 *   <li>Marsaglia and Tsang 2000, A simple method for generating gamma variables, ACM TOMS 26(3).
 * </ol>
 *
 * @param shape number of events
 * @param scale mean time between two
 */
public record Gamma(double shape, double scale) implements Distribution {
    private static final int STEPS = 50;

    /** @throws IllegalArgumentException unless both are positive and finite */
    public Gamma {
        Parameters.requirePositive("gamma distribution", "shape", shape);
        Parameters.requirePositive("gamma distribution", "scale", scale);
    }

    /**
     * Returns the most likely distribution.
     *
     * @throws IllegalArgumentException if a value is not positive and finite, or all are equal
     */
    public static Gamma fit(double[] values) {
        Samples.requirePositive(values);
        double mean = Moments.of(values).mean();
        double spread = 0; // ln(mean) - mean(ln), as a mean of numbers close to 0
        for (double value : values) {
            spread -= Math.log(value / mean) / values.length;
        }
        if (!(spread > 1e-15)) {
            throw new IllegalArgumentException(
                    "a gamma distribution cannot be fitted to " + values.length + " values that are all equal");
        }
        double shape = (3 - spread + Math.sqrt((spread - 3) * (spread - 3) + 24 * spread)) / (12 * spread);
        for (int i = 0; i < STEPS; i++) {
            double error = Math.log(shape) - Digamma.of(shape) - spread;
            double next = 1 / (1 / shape + error / (shape * shape * (1 / shape - Digamma.slope(shape))));
            if (!(Math.abs(next - shape) > 1e-15 * shape)) {
                break;
            }
            shape = next;
        }
        return new Gamma(shape, mean / shape);
    }

    /**
     * Returns the belief about a rate after so many more events, where this was the belief before: the conjugate of the Poisson
     * distribution.
     *
     * @param exposure time, or whatever the rate is by, in which the events came
     * @throws IllegalArgumentException if a number is negative
     */
    public Gamma after(long events, double exposure) {
        if (events < 0 || !(exposure >= 0)) {
            throw new IllegalArgumentException(
                    events + " events in " + exposure + ": expected numbers that are not negative");
        }
        return new Gamma(shape + events, scale / (1 + scale * exposure));
    }

    /** Returns how many events to expect where this is the belief about their rate. */
    public NegativeBinomial events(double exposure) {
        return new NegativeBinomial(shape, 1 / (1 + scale * exposure));
    }

    @Override
    public double logDensity(double x) {
        if (x <= 0) {
            boolean pole = x == 0 && shape < 1;
            double atZero = x == 0 && shape == 1 ? -Math.log(scale) : Double.NEGATIVE_INFINITY;
            return pole ? Double.POSITIVE_INFINITY : atZero;
        }
        return Saddle.logGammaPower(shape, x / scale) - Math.log(x);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : IncompleteGamma.lower(shape, x / scale);
    }

    @Override
    public double tail(double x) {
        return x <= 0 ? 1 : IncompleteGamma.upper(shape, x / scale);
    }

    @Override
    public double quantile(double p) {
        return scale * new ChiSquared(2 * shape).quantile(p) / 2;
    }

    @Override
    public double mean() {
        return shape * scale;
    }

    @Override
    public double variance() {
        return shape * scale * scale;
    }

    @Override
    public double sample(RandomGenerator random) {
        if (shape < 1) { // a power of a uniform number lowers the shape by one
            double power = Math.exp(-random.nextExponential() / shape);
            return new Gamma(shape + 1, scale).sample(random) * power;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                double cube = v * v * v;
                if (-random.nextExponential() < x * x / 2 + d * (1 - cube + Math.log(cube))) {
                    return d * cube * scale;
                }
            }
        }
    }
}
