package org.industrialmind.foundations.statistics;

/**
 * The natural logarithm of the gamma function, by Stirling's series.
 *
 * <p>The series is short and exact to rounding from 10 on; smaller arguments are lifted there by Gamma(x + 1) = x Gamma(x).
 * The seven coefficients are Bernoulli numbers, B(2k) / (2k (2k - 1)), so there is no table to trust.
 *
 * @see "Abramowitz and Stegun 1964, Handbook of Mathematical Functions, 6.1.41"
 */
final class LogGamma {
    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
    };
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double SERIES_FROM = 10; // the first term left out is below 3e-17 there

    private LogGamma() {}

    /** @throws IllegalArgumentException unless x is positive */
    static double of(double x) {
        if (!(x > 0)) {
            throw new IllegalArgumentException(
                    "log gamma of " + x + " is not defined here: expected a positive number");
        }
        double product = 1;
        double lifted = x;
        while (lifted < SERIES_FROM) {
            product *= lifted;
            lifted++;
        }
        double square = 1 / (lifted * lifted);
        double series = 0;
        for (int k = STIRLING.length - 1; k >= 0; k--) {
            series = series * square + STIRLING[k];
        }
        return (lifted - 0.5) * Math.log(lifted) - lifted + HALF_LOG_TWO_PI + series / lifted - Math.log(product);
    }
}
