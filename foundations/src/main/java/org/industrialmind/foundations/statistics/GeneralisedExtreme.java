package org.industrialmind.foundations.statistics;

/**
 * The generalised extreme value distribution (GEV): the limit of the largest of many numbers, whatever they are drawn from.
 *
 * <p>F(x) = exp(-t), t = (1 + shape z)^(-1 / shape), z = (x - location) / scale. Shape above 0: heavy tail (Frechet), 0:
 * {@link Gumbel}, below 0: an upper end at location - scale / shape (reversed Weibull). Some programs turn the sign of the
 * shape.
 *
 * @see "Coles 2001, An Introduction to Statistical Modeling of Extreme Values, chapter 3"
 */
public record GeneralisedExtreme(double location, double scale, double shape) implements Distribution {
    /** @throws IllegalArgumentException unless the scale is positive and all is finite */
    public GeneralisedExtreme {
        Parameters.requireFinite("generalised extreme value distribution", "location", location);
        Parameters.requirePositive("generalised extreme value distribution", "scale", scale);
        Parameters.requireFinite("generalised extreme value distribution", "shape", shape);
    }

    @Override
    public double logDensity(double x) {
        double u = GeneralisedPareto.straightened((x - location) / scale, shape);
        if (Double.isInfinite(u)) {
            return Double.NEGATIVE_INFINITY;
        }
        return -(1 + shape) * u - Math.exp(-u) - Math.log(scale);
    }

    @Override
    public double cdf(double x) {
        return Math.exp(-Math.exp(-GeneralisedPareto.straightened((x - location) / scale, shape)));
    }

    @Override
    public double tail(double x) {
        return -Math.expm1(-Math.exp(-GeneralisedPareto.straightened((x - location) / scale, shape)));
    }

    @Override
    public double quantile(double p) {
        Probability.require(p);
        return location + scale * GeneralisedPareto.bent(-Math.log(-Math.log(p)), shape);
    }

    /** Returns the mean, infinite where the shape is 1 or more. */
    @Override
    public double mean() {
        if (shape >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double ratio = shape == 0 ? LogGamma.EULER : Math.expm1(LogGamma.ofOneMinus(shape)) / shape;
        return location + scale * ratio;
    }

    /** Returns the variance, infinite where the shape is a half or more. */
    @Override
    public double variance() {
        if (shape >= 0.5) {
            return shape < 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (Math.abs(shape) < 1e-8) {
            return Math.PI * Math.PI / 6 * scale * scale; // the next term is of the order of the shape
        }
        double first = LogGamma.ofOneMinus(shape);
        double second = LogGamma.ofOneMinus(2 * shape) - 2 * first;
        return scale * scale * Math.exp(2 * first) * Math.expm1(second) / (shape * shape);
    }
}
