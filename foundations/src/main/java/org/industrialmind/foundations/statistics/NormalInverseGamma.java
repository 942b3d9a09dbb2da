package org.industrialmind.foundations.statistics;

/**
 * What is believed about mean and variance of normal numbers, both unknown: the conjugate of the normal distribution.
 *
 * <p>One by the variance is gamma distributed; given the variance, the mean is normal around its expectation, as sure as if so
 * many numbers had been seen.
 *
 * @param mean expected mean
 * @param strength how many numbers the belief about the mean is worth
 * @param shape of the gamma distribution of one by the variance; twice it is how many numbers that belief is worth
 * @param scale one by the scale of that gamma distribution; the expected variance is scale / (shape - 1)
 * @see "Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., section 3.3"
 */
public record NormalInverseGamma(double mean, double strength, double shape, double scale) {
    public NormalInverseGamma {
        Parameters.requireFinite("normal-inverse-gamma distribution", "mean", mean);
        Parameters.requirePositive("normal-inverse-gamma distribution", "strength", strength);
        Parameters.requirePositive("normal-inverse-gamma distribution", "shape", shape);
        Parameters.requirePositive("normal-inverse-gamma distribution", "scale", scale);
    }

    /**
     * Returns the belief after these numbers; none changes nothing.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public NormalInverseGamma after(double[] values) {
        Moments seen = Moments.of(values);
        double n = seen.count();
        double total = strength + n;
        double away = seen.mean() - mean;
        return new NormalInverseGamma(
                mean + n / total * away,
                total,
                shape + n / 2,
                scale + seen.squares() / 2 + strength * n / total * away * away / 2);
    }

    /** Returns what is believed about the mean alone. */
    public StudentT ofMean() {
        return new StudentT(2 * shape, mean, Math.sqrt(scale / (shape * strength)));
    }

    /** Returns what is believed about one by the variance. */
    public Gamma ofPrecision() {
        return new Gamma(shape, 1 / scale);
    }

    /** Returns what is believed about the next number. */
    public StudentT ofNext() {
        return new StudentT(2 * shape, mean, Math.sqrt(scale * (strength + 1) / (shape * strength)));
    }
}
