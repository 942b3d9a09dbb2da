package org.industrialmind.foundations.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The distribution of a sample smoothed by a normal bump on each number: a histogram without the accident of its bins.
 *
 * <p>All depends on the width of the bumps. Silverman's rule takes the best width for normal data, and the smaller of
 * deviation and quartile range for the spread, so that two summits are not smoothed into one as easily [1].
 *
 * <p>Complexity: O(n log n) once, then the numbers within 39 widths of the point asked for, except {@link #tail} and
 * {@link #cdf}, which take all.
 *
 * <ol>
 *   <li>Silverman 1986, Density Estimation for Statistics and Data Analysis, equation 3.31.
 * </ol>
 */
public final class KernelDensity implements Distribution {
    private static final double QUARTILES_OF_NORMAL = 1.34; // from quartile to quartile, in deviations
    private static final double REACH = 39; // widths beyond which a bump is too small for a double

    private final double[] ascending;
    private final double width;

    private KernelDensity(double[] ascending, double width) {
        this.ascending = ascending;
        this.width = width;
    }

    /**
     * Smooths by Silverman's rule, 0.9 min(deviation, quartile range / 1.34) n^(-1/5).
     *
     * @throws IllegalArgumentException if there are fewer than two numbers, one is not finite, or all are equal
     */
    public static KernelDensity of(double[] values) {
        Samples.requireSize("a smoothed density", values, 2);
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        double deviation = Moments.of(ascending).deviation();
        if (!(deviation > 0)) {
            throw new IllegalArgumentException(
                    "all " + values.length + " values are equal, so there is no width to smooth by: give one");
        }
        double quartiles = Quantiles.ofSorted(ascending, 0.75) - Quantiles.ofSorted(ascending, 0.25);
        double spread = quartiles > 0 ? Math.min(deviation, quartiles / QUARTILES_OF_NORMAL) : deviation;
        return new KernelDensity(ascending, 0.9 * spread * Math.pow(values.length, -0.2));
    }

    /** Smooths by bumps of a given standard deviation. */
    public static KernelDensity of(double[] values, double width) {
        Samples.requireSize("a smoothed density", values, 1);
        Parameters.requirePositive("a smoothed density", "width", width);
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        return new KernelDensity(ascending, width);
    }

    /** Returns the standard deviation of the bumps. */
    public double width() {
        return width;
    }

    @Override
    public double density(double x) {
        double sum = 0;
        for (int i = first(x - REACH * width); i < ascending.length && ascending[i] <= x + REACH * width; i++) {
            sum += bump(ascending[i]).density(x);
        }
        return sum / ascending.length;
    }

    /** Returns the logarithm of the density; far outside, of what the nearest bumps leave there. */
    @Override
    public double logDensity(double x) {
        double nearest = Double.POSITIVE_INFINITY;
        int at = first(x);
        for (int i = Math.max(0, at - 1); i <= Math.min(ascending.length - 1, at); i++) {
            nearest = Math.min(nearest, Math.abs(x - ascending[i]));
        }
        double largest = new Gaussian(0, width).logDensity(nearest);
        double sum = 0;
        for (double value : ascending) {
            sum += Math.exp(bump(value).logDensity(x) - largest);
        }
        return largest + Math.log(sum / ascending.length);
    }

    @Override
    public double cdf(double x) {
        double sum = 0;
        for (double value : ascending) {
            sum += bump(value).cdf(x);
        }
        return sum / ascending.length;
    }

    @Override
    public double tail(double x) {
        double sum = 0;
        for (double value : ascending) {
            sum += bump(value).tail(x);
        }
        return sum / ascending.length;
    }

    @Override
    public double quantile(double p) {
        Probability.require(p);
        double from = bump(ascending[0]).quantile(p); // all other bumps lie to its right
        return from + Inverse.ofRising(d -> p < 0.5 ? cdf(from + d) - p : (1 - p) - tail(from + d));
    }

    @Override
    public double mean() {
        return Moments.of(ascending).mean();
    }

    /** Returns the variance of the sample (divided by n) plus that of a bump. */
    @Override
    public double variance() {
        return Moments.of(ascending).squares() / ascending.length + width * width;
    }

    @Override
    public double sample(RandomGenerator random) {
        return bump(ascending[random.nextInt(ascending.length)]).sample(random);
    }

    private Gaussian bump(double at) {
        return new Gaussian(at, width);
    }

    private int first(double from) {
        int found = Arrays.binarySearch(ascending, from);
        while (found > 0 && ascending[found - 1] == from) {
            found--;
        }
        return found >= 0 ? found : -found - 1;
    }
}
