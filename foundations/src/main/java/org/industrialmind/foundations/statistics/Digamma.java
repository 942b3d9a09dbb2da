package org.industrialmind.foundations.statistics;

/**
 * The slope of ln Gamma, and its own slope, by the derivatives of Stirling's series; small arguments are lifted by recurrence.
 *
 * @see "Abramowitz and Stegun 1964, Handbook of Mathematical Functions, 6.3.18 and 6.4.12"
 */
final class Digamma {
    private static final double SERIES_FROM = 12; // the first term left out is below 1e-17 there
    private static final double[] BERNOULLI = {1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6
    };

    private Digamma() {}

    static double of(double x) {
        double lifted = x;
        double sum = 0;
        while (lifted < SERIES_FROM) {
            sum -= 1 / lifted;
            lifted++;
        }
        double power = 1;
        double series = Math.log(lifted) - 0.5 / lifted;
        for (int k = 0; k < BERNOULLI.length; k++) {
            power /= lifted * lifted;
            series -= BERNOULLI[k] / (2 * k + 2) * power;
        }
        return sum + series;
    }

    /** Returns the slope of digamma at x (trigamma). */
    static double slope(double x) {
        double lifted = x;
        double sum = 0;
        while (lifted < SERIES_FROM) {
            sum += 1 / (lifted * lifted);
            lifted++;
        }
        double power = 1 / lifted;
        double series = 1 / lifted + 0.5 / (lifted * lifted);
        for (double bernoulli : BERNOULLI) {
            power /= lifted * lifted;
            series += bernoulli * power;
        }
        return sum + series;
    }
}
