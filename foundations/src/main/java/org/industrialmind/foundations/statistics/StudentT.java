package org.industrialmind.foundations.statistics;

import java.util.random.RandomGenerator;

/**
 * Student's t: a normal number divided by an estimate of its deviation, so its tails are heavy where the estimate is poor.
 *
 * @param degrees degrees of freedom of the estimate; need not be whole
 * @param location centre
 * @param scale what the standard distribution is stretched by
 */
public record StudentT(double degrees, double location, double scale) implements Distribution {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** @throws IllegalArgumentException unless degrees and scale are positive and all is finite */
    public StudentT {
        Parameters.requirePositive("Student's t", "degrees", degrees);
        Parameters.requireFinite("Student's t", "location", location);
        Parameters.requirePositive("Student's t", "scale", scale);
    }

    /** Returns the standard distribution, around 0 with scale 1. */
    public static StudentT of(double degrees) {
        return new StudentT(degrees, 0, 1);
    }

    @Override
    public double logDensity(double x) {
        double t = (x - location) / scale;
        double h = degrees / 2;
        // ln Gamma(h + 1/2) - ln Gamma(h) by Stirling, the large parts cancelled by hand
        double gammas = h * Math.log1p(1 / degrees) - 0.5;
        double errors = LogGamma.stirlingError(h + 0.5) - LogGamma.stirlingError(h);
        return gammas + errors - HALF_LOG_TWO_PI - Math.log(scale) - (h + 0.5) * Math.log1p(t * t / degrees);
    }

    @Override
    public double cdf(double x) {
        return share(-(x - location) / scale);
    }

    @Override
    public double tail(double x) {
        return share((x - location) / scale);
    }

    /** Returns the share of the standard distribution above t. */
    private double share(double t) {
        double square = t * t;
        double sum = degrees + square;
        double rest = Double.isInfinite(square) ? 1 : square / sum;
        double half = IncompleteBeta.of(degrees / sum, rest, degrees / 2, 0.5) / 2;
        return t > 0 ? half : 1 - half;
    }

    @Override
    public double quantile(double p) {
        Probability.require(p);
        if (p == 0.5) {
            return location;
        }
        double smaller = Math.min(p, 1 - p);
        double size = Inverse.ofRising(t -> smaller - share(t));
        return location + (p < 0.5 ? -size : size) * scale;
    }

    /** Returns the location, NaN for one degree or fewer. */
    @Override
    public double mean() {
        return degrees > 1 ? location : Double.NaN;
    }

    @Override
    public double variance() {
        if (degrees <= 2) {
            return degrees > 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        return scale * scale * degrees / (degrees - 2);
    }

    @Override
    public double sample(RandomGenerator random) {
        double spread = new ChiSquared(degrees).sample(random) / degrees;
        return location + scale * random.nextGaussian() / Math.sqrt(spread);
    }
}
