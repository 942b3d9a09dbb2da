package org.industrialmind.foundations.statistics;

/** The standard normal distribution. */
public final class Normal {
    private Normal() {}

    /** Returns the share that lies below z; far left tails keep their digits. */
    public static double cdf(double z) {
        double tail = 0.5 * IncompleteGamma.upper(0.5, z * z / 2);
        return z < 0 ? tail : 1 - tail;
    }

    /** Returns the share that lies above z; far right tails keep their digits. */
    public static double tail(double z) {
        return cdf(-z);
    }

    /**
     * Returns the tail above z divided by the density at z (Mills' ratio), which keeps its digits where both underflow.
     *
     * <p>From 4 on it is Laplace's continued fraction, whose hundredth remainder is below rounding there.
     */
    public static double millsRatio(double z) {
        if (z < 4) {
            return tail(z) * Math.sqrt(2 * Math.PI) * Math.exp(z * z / 2);
        }
        double fraction = z;
        for (int k = 100; k >= 1; k--) {
            fraction = z + k / fraction;
        }
        return 1 / fraction;
    }

    /**
     * Returns the point below which the share p lies.
     *
     * @throws IllegalArgumentException unless p lies between 0 and 1, both excluded
     */
    public static double quantile(double p) {
        Probability.require(p);
        if (p == 0.5) {
            return 0;
        }
        double smaller = Math.min(p, 1 - p);
        double size = Inverse.ofRising(z -> smaller - tail(z));
        return p < 0.5 ? -size : size;
    }
}
