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
    static final double EULER = 0.5772156649015329; // the constant of Euler and Mascheroni
    private static final double[] ZETA = zetas(40); // 0.25^40 is nothing to a double
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

    /**
     * Returns what Stirling's formula lacks: ln Gamma(x) = (x - 1/2) ln x - x + ln(2 pi) / 2 + this, for positive x.
     *
     * <p>About 1 / (12 x), so it keeps its digits where ln Gamma has lost them.
     */
    static double stirlingError(double x) {
        if (x < SERIES_FROM) {
            return of(x) - ((x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI);
        }
        double square = 1 / (x * x);
        double series = 0;
        for (int k = STIRLING.length - 1; k >= 0; k--) {
            series = series * square + STIRLING[k];
        }
        return series / x;
    }

    /**
     * Returns ln Gamma(1 - x) for x below 1; close to 0 every digit stays, by gamma x + the sum of zeta(k) x^k / k.
     *
     * @see "Abramowitz and Stegun 1964, Handbook of Mathematical Functions, 6.1.33"
     */
    static double ofOneMinus(double x) {
        if (Math.abs(x) > 0.25) {
            return of(1 - x);
        }
        double sum = EULER * x;
        double power = x;
        for (int k = 2; k < ZETA.length; k++) {
            power *= x;
            sum += ZETA[k] * power / k;
        }
        return sum;
    }

    private static double[] zetas(int size) {
        double[] zetas = new double[size];
        for (int k = 2; k < size; k++) {
            zetas[k] = zeta(k);
        }
        return zetas;
    }

    /** Returns Riemann's zeta by its first terms and what the integral says of the others (Euler and Maclaurin). */
    private static double zeta(int k) {
        double n = 40;
        double sum = 0;
        for (double i = 1; i < n; i++) {
            sum += Math.pow(i, -k);
        }
        double last = Math.pow(n, -k);
        double second = k * last / n / 12;
        double fourth = -k * (k + 1.0) * (k + 2) * last / (n * n * n) / 720;
        double sixth = k * (k + 1.0) * (k + 2) * (k + 3) * (k + 4) * last / Math.pow(n, 5) / 30240;
        return sum + last * n / (k - 1) + last / 2 + second + fourth + sixth;
    }
}
