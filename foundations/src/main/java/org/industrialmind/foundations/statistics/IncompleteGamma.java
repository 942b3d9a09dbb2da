package org.industrialmind.foundations.statistics;

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x), on which the normal and chi-squared
 * distributions rest.
 *
 * <p>Left of a + 1 the power series of P converges quickly, right of it the continued fraction of Q (evaluated by Lentz's
 * method, forwards, without knowing its length). Whichever is small is computed directly, so a far tail keeps its digits
 * where 1 - P would be rounding noise.
 *
 * <ol>
 *   <li>Abramowitz and Stegun 1964, Handbook of Mathematical Functions, 6.5.29 and 6.5.31.
 *   <li>Thompson and Barnett 1986, Coulomb and Bessel functions of complex arguments and order (Lentz's method as
 *       modified), Journal of Computational Physics 64.
 * </ol>
 */
final class IncompleteGamma {
    private static final int MOST_TERMS = 100_000; // about sqrt(a) terms are needed
    private static final double TINY = 1e-300;

    private IncompleteGamma() {}

    /** Returns the share of the gamma distribution of shape a that lies below x. */
    static double lower(double a, double x) {
        require(a, x);
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
    }

    /** Returns the share of the gamma distribution of shape a that lies above x. */
    static double upper(double a, double x) {
        require(a, x);
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
    }

    private static void require(double a, double x) {
        if (!(a > 0) || !(x >= 0)) {
            throw new IllegalArgumentException("incomplete gamma of shape " + a + " at " + x
                    + " is not defined: expected a positive shape and a point from 0");
        }
    }

    private static double series(double a, double x) {
        if (x == 0) {
            return 0;
        }
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && Math.abs(term) > Math.abs(sum) * Math.ulp(1.0) / 4; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum * front(a, x);
    }

    private static double fraction(double a, double x) {
        if (Double.isInfinite(x)) {
            return 0;
        }
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / away(numerator * d + b);
            c = away(b + numerator / c);
            double factor = c * d;
            value *= factor;
            if (Math.abs(factor - 1) < Math.ulp(1.0)) {
                break;
            }
        }
        return value * front(a, x);
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double front(double a, double x) {
        return Math.exp(Saddle.logGammaPower(a, x));
    }
}
