package org.industrialmind.foundations.statistics;

import java.util.Arrays;

/**
 * The generalised Pareto distribution (GPD): the limit of how far numbers exceed a high threshold, whatever they are drawn
 * from.
 *
 * <p>tail(x) = (1 + shape z)^(-1 / shape), z = (x - location) / scale. Shape above 0: heavy tail, 0: exponential, below 0: an
 * upper end at location - scale / shape.
 *
 * <p>The likelihood of excesses depends, once the best shape is put in, on shape / scale alone [1]: one number is searched on
 * a grid over all it can be and then narrowed, so no start has to be guessed. Shapes below -1 are left out, where the
 * likelihood grows without bound and means nothing.
 *
 * <ol>
 *   <li>Grimshaw 1993, Computing maximum likelihood estimates for the generalized Pareto distribution, Technometrics 35(2).
 *   <li>Coles 2001, An Introduction to Statistical Modeling of Extreme Values, chapter 4.
 * </ol>
 */
public record GeneralisedPareto(double location, double scale, double shape) implements Distribution {
    private static final int GRID = 60;
    private static final int HALVINGS = 90;

    /** @throws IllegalArgumentException unless the scale is positive and all is finite */
    public GeneralisedPareto {
        Parameters.requireFinite("generalised Pareto distribution", "location", location);
        Parameters.requirePositive("generalised Pareto distribution", "scale", scale);
        Parameters.requireFinite("generalised Pareto distribution", "shape", shape);
    }

    /**
     * Returns the most likely distribution of excesses over a threshold, with location 0.
     *
     * @param excesses how far each number exceeds the threshold; at least 5, not negative, not all 0
     */
    public static GeneralisedPareto fit(double[] excesses) {
        Samples.requireSize("a fit of excesses", excesses, 5);
        Samples.requireNotNegative(excesses);
        double largest = Arrays.stream(excesses).max().orElseThrow();
        double unit = Moments.of(excesses).mean();
        double lowest = -unit / largest; // in units of the mean; the likelihood ends here
        double best = 0;
        double likelihood = profile(excesses, unit, 0);
        double[] grid = new double[2 * GRID + 1];
        for (int i = 0; i < GRID; i++) {
            double share = (i + 0.5) / GRID;
            grid[i] = lowest * (1 - share * share); // dense towards the end of the support
            grid[GRID + 1 + i] = Math.exp(-12 + 24 * share); // from next to exponential to very heavy
        }
        int at = GRID; // the exponential distribution itself
        for (int i = 0; i < grid.length; i++) {
            double value = profile(excesses, unit, grid[i]);
            if (value > likelihood) {
                likelihood = value;
                best = grid[i];
                at = i;
            }
        }
        if (at > 0 && at < grid.length - 1) {
            best = narrowed(excesses, unit, grid[at - 1], grid[at + 1]);
        }
        double shape = shape(excesses, best / unit);
        return new GeneralisedPareto(0, best == 0 ? unit : shape / best * unit, shape);
    }

    /** Returns the mean log-likelihood at a ratio of shape to scale (in units of 1 / unit), with the best shape. */
    private static double profile(double[] excesses, double unit, double ratio) {
        if (Math.abs(ratio) < 1e-12) {
            return -Math.log(unit) - 1;
        }
        double shape = shape(excesses, ratio / unit);
        return shape < -1 || Double.isNaN(shape)
                ? Double.NEGATIVE_INFINITY
                : -Math.log(shape / ratio * unit) - shape - 1;
    }

    private static double shape(double[] excesses, double ratio) {
        double sum = 0;
        for (double excess : excesses) {
            sum += Math.log1p(ratio * excess);
        }
        return sum / excesses.length;
    }

    /** Golden section: the largest likelihood between two ratios. */
    private static double narrowed(double[] excesses, double unit, double from, double to) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = from;
        double high = to;
        double left = high - golden * (high - low);
        double right = low + golden * (high - low);
        double atLeft = profile(excesses, unit, left);
        double atRight = profile(excesses, unit, right);
        for (int i = 0; i < HALVINGS && high - low > 1e-13 * (Math.abs(low) + Math.abs(high)); i++) {
            if (atLeft > atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - golden * (high - low);
                atLeft = profile(excesses, unit, left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + golden * (high - low);
                atRight = profile(excesses, unit, right);
            }
        }
        return (low + high) / 2;
    }

    @Override
    public double logDensity(double x) {
        double u = x < location ? Double.POSITIVE_INFINITY : straightened((x - location) / scale, shape);
        return Double.isInfinite(u) ? Double.NEGATIVE_INFINITY : -(1 + shape) * u - Math.log(scale);
    }

    @Override
    public double cdf(double x) {
        return x <= location ? 0 : -Math.expm1(-straightened((x - location) / scale, shape));
    }

    @Override
    public double tail(double x) {
        return x <= location ? 1 : Math.exp(-straightened((x - location) / scale, shape));
    }

    @Override
    public double quantile(double p) {
        Probability.require(p);
        return location + scale * bent(-Math.log1p(-p), shape);
    }

    /** Returns the mean, infinite where the shape is 1 or more. */
    @Override
    public double mean() {
        return shape < 1 ? location + scale / (1 - shape) : Double.POSITIVE_INFINITY;
    }

    /** Returns the variance, infinite where the shape is a half or more. */
    @Override
    public double variance() {
        if (shape >= 0.5) {
            return shape < 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        return scale * scale / ((1 - shape) * (1 - shape) * (1 - 2 * shape));
    }

    /** Returns ln(1 + shape z) / shape, which is z where the shape is 0; infinite beyond the ends of the support. */
    static double straightened(double z, double shape) {
        if (shape == 0) {
            return z;
        }
        double inside = shape * z;
        return inside <= -1 ? Math.copySign(Double.POSITIVE_INFINITY, z) : Math.log1p(inside) / shape;
    }

    /** Returns the z that {@link #straightened} makes u of. */
    static double bent(double u, double shape) {
        return shape == 0 ? u : Math.expm1(shape * u) / shape;
    }
}
