package org.industrialmind.foundations.statistics;

/**
 * The powers x^a e^-x / Gamma(a) and x^a y^b / B(a, b), on which gamma, beta and all that is built on them stand.
 *
 * <p>Written with logarithms of gamma functions, they are small differences of huge numbers: for a million trials nine
 * digits are lost. Loader wrote them as a Stirling factor, whose error terms are small, and deviances, which are computed
 * without cancellation; every digit stays at any size.
 *
 * @see "Loader 2000, Fast and accurate computation of binomial probabilities"
 */
final class Saddle {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
    private static final double NEAR = 0.1; // below this relative distance the deviance is a quick series

    private Saddle() {}

    /** Returns ln(x^a e^-x / Gamma(a)) for a positive a; minus infinity at x = 0. */
    static double logGammaPower(double a, double x) {
        return 0.5 * (Math.log(a) - LOG_TWO_PI) - LogGamma.stirlingError(a) - deviance(a, x);
    }

    /**
     * Returns ln(x^a y^b / B(a, b)) for positive a and b.
     *
     * @param y 1 - x, given apart so that an x close to 1 keeps its digits
     */
    static double logBetaPower(double a, double b, double x, double y) {
        double n = a + b;
        return 0.5 * (Math.log(a) + Math.log(b / n) - LOG_TWO_PI)
                + LogGamma.stirlingError(n)
                - LogGamma.stirlingError(a)
                - LogGamma.stirlingError(b)
                - deviance(a, n * x)
                - deviance(b, n * y);
    }

    /** Returns ln of the binomial probability of k, where 0 < k < n. */
    static double logBinomial(double k, double n, double p, double q) {
        return logBetaPower(k, n - k, p, q) - Math.log(k * (n - k) / n);
    }

    /** Returns ln of the Poisson probability of k > 0. */
    static double logPoisson(double k, double mean) {
        return logGammaPower(k, mean) - Math.log(k);
    }

    /** Returns x ln(x / m) + m - x, never negative; infinite at m = 0. */
    static double deviance(double x, double m) {
        double away = x - m;
        if (Math.abs(away) >= NEAR * (x + m)) {
            return m == 0 || Double.isInfinite(m) ? Double.POSITIVE_INFINITY : x * Math.log(x / m) + m - x;
        }
        double v = away / (x + m);
        double sum = away * v;
        double term = 2 * x * v;
        for (int j = 1; ; j++) {
            term *= v * v;
            double next = sum + term / (2 * j + 1);
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }
}
