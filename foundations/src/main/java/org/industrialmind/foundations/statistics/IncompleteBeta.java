package org.industrialmind.foundations.statistics;

/**
 * The regularised incomplete beta function I(x; a, b), on which the F distribution rests.
 *
 * <p>By its continued fraction, evaluated by Lentz's method; it converges quickly left of the mean (a + 1) / (a + b + 2),
 * and the other side is reached through I(x; a, b) = 1 - I(1 - x; b, a).
 *
 * @see "Abramowitz and Stegun 1964, Handbook of Mathematical Functions, 26.5.8"
 */
final class IncompleteBeta {
    private static final int MOST_TERMS = 100_000;
    private static final double TINY = 1e-300;

    private IncompleteBeta() {}

    /**
     * Returns the share of the beta distribution that lies below x.
     *
     * @param rest 1 - x, given apart so that an x close to 1 keeps its digits
     */
    static double of(double x, double rest, double a, double b) {
        if (!(a > 0) || !(b > 0) || !(x >= 0 && x <= 1)) {
            throw new IllegalArgumentException("incomplete beta at " + x + " with " + a + " and " + b
                    + " is not defined: expected a point in [0, 1] and positive parameters");
        }
        if (x == 0 || rest == 0) {
            return x == 0 ? 0 : 1;
        }
        double front = Math.exp(Saddle.logBetaPower(a, b, x, rest));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(rest, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            double factor = c * d;
            value *= factor;
            if (Math.abs(factor - 1) < Math.ulp(1.0)) {
                break;
            }
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
