package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * The inverse Gaussian distribution: when a drifting Brownian motion first reaches a level.
 *
 * <p>With drift mu, variance s2 per unit of time and distance w, the time has mean w / mu and shape w^2 / s2 [1]. Its
 * cumulative distribution is a sum in which one term may overflow while its factor underflows; written with Mills' ratio
 * neither does.
 *
 * <ol>
 *   <li>Folks and Chhikara 1978, The inverse Gaussian distribution and its statistical application, JRSS B 40(3).
 *   <li>Michael, Schucany and Haas 1976, Generating random variates using transformations with multiple roots, The American
 *       Statistician 30(2).
 * </ol>
 *
 * @param mean in units of the variable
 * @param shape in units of the variable: the larger against the mean, the narrower
 */
public record InverseGaussian(double mean, double shape) implements Distribution {
    /** @throws IllegalArgumentException unless both are positive and finite */
    public InverseGaussian {
        Parameters.requirePositive("inverse Gaussian distribution", "mean", mean);
        Parameters.requirePositive("inverse Gaussian distribution", "shape", shape);
    }

    @Override
    public double logDensity(double x) {
        if (x <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double away = (x - mean) / mean;
        return 0.5 * Math.log(shape / (2 * Math.PI)) - 1.5 * Math.log(x) - shape * away * away / (2 * x);
    }

    @Override
    public double cdf(double x) {
        if (x <= 0 || Double.isInfinite(x)) {
            return x <= 0 ? 0 : 1;
        }
        return Math.min(1, Normal.cdf(near(x)) + reflected(x)); // rounding may lift the sum a little above 1
    }

    @Override
    public double tail(double x) {
        if (x <= 0 || Double.isInfinite(x)) {
            return x <= 0 ? 1 : 0;
        }
        return Math.max(0, Normal.tail(near(x)) - reflected(x)); // and the difference a little below 0
    }

    private double near(double x) {
        return Math.sqrt(shape / x) * (x / mean - 1);
    }

    /** Returns exp(2 shape / mean) * Phi(-far), which equals phi(near) * mills(far). */
    private double reflected(double x) {
        double near = near(x);
        double far = Math.sqrt(shape / x) * (x / mean + 1);
        return Math.exp(-near * near / 2) / Math.sqrt(2 * Math.PI) * Normal.millsRatio(far);
    }

    @Override
    public double quantile(double p) {
        Probability.require(p);
        return Inverse.ofRising(x -> p < 0.5 ? cdf(x) - p : (1 - p) - tail(x));
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double variance() {
        return mean * mean * mean / shape;
    }

    /** Draws a number by the method of [2]. */
    @Override
    public double sample(RandomGenerator random) {
        double z = random.nextGaussian();
        double ratio = mean * z * z / (2 * shape);
        double smaller = mean * (1 + ratio - Math.sqrt(ratio * (2 + ratio)));
        return random.nextDouble() * (mean + smaller) <= mean ? smaller : mean * mean / smaller;
    }
}
