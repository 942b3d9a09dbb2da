package org.industrialmind.foundations.statistics;

/**
 * The F distribution: the ratio of two independent mean squares of normal numbers.
 *
 * @param numerator degrees of freedom of the upper mean square
 * @param denominator degrees of freedom of the lower one
 */
public record FisherF(double numerator, double denominator) {
    /** @throws IllegalArgumentException unless both are positive and finite */
    public FisherF {
        boolean valid =
                numerator > 0 && denominator > 0 && !Double.isInfinite(numerator) && !Double.isInfinite(denominator);
        if (!valid) {
            throw new IllegalArgumentException("F with " + numerator + " and " + denominator
                    + " degrees of freedom: expected two positive, finite numbers");
        }
    }

    /** Returns the share that lies below x; 0 where x is negative. */
    public double cdf(double x) {
        if (x <= 0) {
            return 0;
        }
        double sum = numerator * x + denominator;
        return IncompleteBeta.of(numerator * x / sum, denominator / sum, numerator / 2, denominator / 2);
    }

    /** Returns the share that lies above x; far tails keep their digits. */
    public double tail(double x) {
        if (x <= 0) {
            return 1;
        }
        double sum = numerator * x + denominator;
        return IncompleteBeta.of(denominator / sum, numerator * x / sum, denominator / 2, numerator / 2);
    }

    /** @throws IllegalArgumentException unless p lies between 0 and 1, both excluded */
    public double quantile(double p) {
        Probability.require(p);
        return p < 0.5 ? Inverse.ofRising(x -> cdf(x) - p) : Inverse.ofRising(x -> (1 - p) - tail(x));
    }
}
