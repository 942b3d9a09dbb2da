package org.industrialmind.foundations.series;

import java.util.Arrays;

/**
 * The coefficients of an ARMA model, and the ways to them that never leave the stationary and invertible region.
 *
 * <p>A polynomial 1 - c[0] B - c[1] B^2 ... has all its roots outside the unit circle if and only if the partial
 * autocorrelations that Durbin and Levinson's recursion reads off it all lie in (-1, 1). So the search runs over free
 * numbers u, maps each to a partial u / sqrt(1 + u^2), and the recursion to coefficients [1].
 *
 * <ol>
 *   <li>Monahan 1984, A note on enforcing stationarity in autoregressive-moving average models, Biometrika 71(2).
 * </ol>
 */
final class ArmaTerms {
    private static final double INSIDE = 1 - 1e-6; // nearer the edge the first covariance has no digits left

    final double[] ar;
    final double[] ma;
    final double[] seasonalAr;
    final double[] seasonalMa;
    private final int period;

    ArmaTerms(double[] ar, double[] ma, double[] seasonalAr, double[] seasonalMa, int period) {
        this.ar = ar;
        this.ma = ma;
        this.seasonalAr = seasonalAr;
        this.seasonalMa = seasonalMa;
        this.period = period;
    }

    /** Reads the terms off free numbers, in the order ar, ma, seasonal ar, seasonal ma. */
    static ArmaTerms free(ArimaOrder order, double[] u) {
        int q = order.p();
        int sp = q + order.q();
        int sq = sp + order.seasonalP();
        return new ArmaTerms(
                coefficients(bounded(u, 0, q)),
                negative(coefficients(bounded(u, q, sp))),
                coefficients(bounded(u, sp, sq)),
                negative(coefficients(bounded(u, sq, u.length))),
                order.period());
    }

    private static double[] bounded(double[] u, int from, int to) {
        double[] partials = Arrays.copyOfRange(u, from, to);
        for (int i = 0; i < partials.length; i++) {
            partials[i] *= INSIDE / Math.sqrt(1 + partials[i] * partials[i]);
        }
        return partials;
    }

    /** Returns the free number of a partial autocorrelation, kept off the edge. */
    static double unbounded(double partial) {
        double inside = Math.clamp(partial, -0.95, 0.95);
        return inside / Math.sqrt(1 - inside * inside);
    }

    private static double[] negative(double[] values) {
        double[] negated = values.clone();
        for (int i = 0; i < negated.length; i++) {
            negated[i] = -negated[i];
        }
        return negated;
    }

    /** Returns the autoregression of given partial autocorrelations. */
    static double[] coefficients(double[] partials) {
        double[] c = partials.clone();
        for (int k = 1; k < c.length; k++) {
            double[] shorter = Arrays.copyOf(c, k);
            for (int j = 0; j < k; j++) {
                c[j] = shorter[j] - c[k] * shorter[k - 1 - j];
            }
        }
        return c;
    }

    /** Returns the partial autocorrelations of an autoregression: the recursion backward. */
    static double[] partials(double[] coefficients) {
        double[] c = coefficients.clone();
        for (int k = c.length - 1; k >= 1; k--) {
            double rest = 1 - c[k] * c[k];
            double[] longer = Arrays.copyOf(c, k);
            for (int j = 0; j < k; j++) {
                c[j] = (longer[j] + c[k] * longer[k - 1 - j]) / rest;
            }
        }
        return c;
    }

    /** Returns the largest absolute partial of all four polynomials: 1 is the edge of the region. */
    double edge() {
        double largest = 0;
        for (double[] part : new double[][] {ar, negative(ma), seasonalAr, negative(seasonalMa)}) {
            for (double partial : partials(part)) {
                largest = Double.isNaN(partial) ? Double.POSITIVE_INFINITY : Math.max(largest, Math.abs(partial));
            }
        }
        return largest;
    }

    /** Returns the autoregression with the seasonal one multiplied in. */
    private double[] wholeAr() {
        return negative(multiplied(negative(ar), negative(seasonalAr)));
    }

    private double[] wholeMa() {
        return multiplied(ma, seasonalMa);
    }

    /** Returns (1 + sum a B^i)(1 + sum b B^(s i)) without its leading 1. */
    private double[] multiplied(double[] a, double[] b) {
        double[] product = new double[a.length + period * b.length];
        for (int i = 0; i <= a.length; i++) {
            for (int j = 0; j <= b.length; j++) {
                int power = i + period * j;
                if (power > 0) {
                    product[power - 1] += (i == 0 ? 1 : a[i - 1]) * (j == 0 ? 1 : b[j - 1]);
                }
            }
        }
        return product;
    }

    /**
     * Returns the state space model with sigma 1, in Harvey's form: the state's first value is the ARMA process, the others
     * are what is known already of its future. The differenced past, if it is asked for, follows with an unknown start.
     *
     * @param past coefficients of the earlier values that the differences subtract; none for a series differenced already
     */
    StateSpace model(double[] past) {
        double[] phi = wholeAr();
        double[] theta = wholeMa();
        int r = Math.max(phi.length, theta.length + 1);
        int m = r + past.length;
        double[] loading = new double[m];
        loading[0] = 1;
        System.arraycopy(past, 0, loading, r, past.length);
        double[] transition = new double[m * m];
        for (int i = 0; i < phi.length; i++) {
            transition[i * m] = phi[i];
        }
        for (int i = 0; i + 1 < r; i++) {
            transition[i * m + i + 1] = 1;
        }
        if (past.length > 0) {
            System.arraycopy(loading, 0, transition, r * m, m); // the newest of the past is the value just seen
        }
        for (int i = r + 1; i < m; i++) {
            transition[i * m + i - 1] = 1;
        }
        double[] disturbance = new double[m * m];
        for (int i = 0; i <= theta.length; i++) {
            for (int j = 0; j <= theta.length; j++) {
                disturbance[i * m + j] = (i == 0 ? 1 : theta[i - 1]) * (j == 0 ? 1 : theta[j - 1]);
            }
        }
        double[] diffuse = new double[m * m];
        for (int i = r; i < m; i++) {
            diffuse[i * m + i] = 1;
        }
        double[] initial = new double[m * m];
        double[] stationary = stationary(phi, disturbance, r, m);
        for (int i = 0; i < r; i++) {
            System.arraycopy(stationary, i * r, initial, i * m, r);
        }
        return new StateSpace(loading, transition, disturbance, 0, initial, diffuse);
    }

    /**
     * Returns the covariance that the state has for ever, P = T P T' + Q, by doubling: with A = T^(2^k) each round P = P + A
     * P A' adds as many terms of the series as it has already.
     */
    private static double[] stationary(double[] phi, double[] disturbance, int r, int m) {
        double[] a = new double[r * r];
        for (int i = 0; i < r; i++) {
            a[i * r] = i < phi.length ? phi[i] : 0;
            if (i + 1 < r) {
                a[i * r + i + 1] = 1;
            }
        }
        double[] p = new double[r * r];
        for (int i = 0; i < r; i++) {
            System.arraycopy(disturbance, i * m, p, i * r, r);
        }
        for (int round = 0; round < 60; round++) { // 2^60 terms: enough for roots within 1e-16 of the circle
            double[] added = product(product(a, p, r, false), a, r, true);
            double change = 0;
            double size = 0;
            for (int i = 0; i < p.length; i++) {
                p[i] += added[i];
                change = Math.max(change, Math.abs(added[i]));
                size = Math.max(size, Math.abs(p[i]));
            }
            if (!(change > 1e-17 * size)) {
                break;
            }
            a = product(a, a, r, false);
        }
        return p;
    }

    private static double[] product(double[] a, double[] b, int r, boolean transposed) {
        double[] c = new double[r * r];
        for (int i = 0; i < r; i++) {
            for (int k = 0; k < r; k++) {
                double factor = a[i * r + k];
                for (int j = 0; j < r && factor != 0; j++) {
                    c[i * r + j] += factor * (transposed ? b[j * r + k] : b[k * r + j]);
                }
            }
        }
        return c;
    }
}
