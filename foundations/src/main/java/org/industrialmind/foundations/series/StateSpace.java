package org.industrialmind.foundations.series;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * A linear Gaussian state space model of one series:
 *
 * <pre>
 * y[t] = z' a[t] + epsilon,   a[t + 1] = T a[t] + eta,   epsilon ~ N(0, h),   eta ~ N(0, Q),   a[1] ~ N(0, P + kappa D)
 * </pre>
 *
 * with kappa without bound: D marks the directions of the first state of which nothing is known beforehand. Local levels,
 * trends, seasons and ARIMA are all of this form.
 *
 * @see "Durbin and Koopman 2012, Time Series Analysis by State Space Methods, 2nd ed., chapters 3 to 5"
 */
public final class StateSpace {
    final int states;
    final double[] loading; // z
    final int[][] links; // of each row of T, the columns that are not 0: few, in all models of this package
    final double[][] weights; // and what stands there
    final double[] disturbance; // Q
    final double noise; // h
    final double[] initial; // P
    final double[] diffuse; // D

    StateSpace(
            double[] loading,
            double[] transition,
            double[] disturbance,
            double noise,
            double[] initial,
            double[] diffuse) {
        states = loading.length;
        this.loading = loading;
        this.disturbance = disturbance;
        this.noise = noise;
        this.initial = initial;
        this.diffuse = diffuse;
        links = new int[states][];
        weights = new double[states][];
        for (int i = 0; i < states; i++) {
            int count = 0;
            for (int j = 0; j < states; j++) {
                count += transition[i * states + j] != 0 ? 1 : 0;
            }
            links[i] = new int[count];
            weights[i] = new double[count];
            for (int j = 0, k = 0; j < states; j++) {
                if (transition[i * states + j] != 0) {
                    links[i][k] = j;
                    weights[i][k++] = transition[i * states + j];
                }
            }
        }
    }

    /**
     * Makes a model.
     *
     * @param loading z; shape [m]
     * @param transition T; shape [m, m]
     * @param disturbance Q; shape [m, m]
     * @param noise h, 0 or more
     * @param initial P, the covariance of the first state where it is known; shape [m, m]
     * @param diffuse D, 1 on the diagonal for what is not known; shape [m, m]
     * @throws IllegalArgumentException if the shapes differ or the noise is negative
     */
    public static StateSpace of(
            double[] loading, Matrix transition, Matrix disturbance, double noise, Matrix initial, Matrix diffuse) {
        int m = loading.length;
        for (Matrix square : new Matrix[] {transition, disturbance, initial, diffuse}) {
            if (square.rows() != m || square.columns() != m) {
                throw new IllegalArgumentException("a " + square.rows() + " x " + square.columns() + " matrix with " + m
                        + " loadings: expected " + m + " x " + m);
            }
        }
        if (!(noise >= 0)) {
            throw new IllegalArgumentException("a noise variance of " + noise + ": expected 0 or more");
        }
        return new StateSpace(
                loading.clone(),
                transition.toArray(),
                disturbance.toArray(),
                noise,
                initial.toArray(),
                diffuse.toArray());
    }

    /** Returns T a. */
    double[] step(double[] state) {
        double[] next = new double[states];
        for (int i = 0; i < states; i++) {
            for (int k = 0; k < links[i].length; k++) {
                next[i] += weights[i][k] * state[links[i][k]];
            }
        }
        return next;
    }

    /** Returns T P T', symmetric. */
    double[] spread(double[] covariance) {
        int m = states;
        double[] left = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < links[i].length; k++) {
                double weight = weights[i][k];
                int row = links[i][k] * m;
                for (int j = 0; j < m; j++) {
                    left[i * m + j] += weight * covariance[row + j];
                }
            }
        }
        double[] next = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < links[j].length; k++) {
                    sum += left[i * m + links[j][k]] * weights[j][k];
                }
                next[i * m + j] = sum;
                next[j * m + i] = sum;
            }
        }
        return next;
    }

    /** Returns T' r. */
    double[] back(double[] r) {
        double[] before = new double[states];
        for (int i = 0; i < states; i++) {
            for (int k = 0; k < links[i].length; k++) {
                before[links[i][k]] += weights[i][k] * r[i];
            }
        }
        return before;
    }

    /** Returns P z. */
    double[] loaded(double[] covariance) {
        double[] product = new double[states];
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                product[i] += covariance[i * states + j] * loading[j];
            }
        }
        return product;
    }

    /** Returns z' a. */
    double seen(double[] state) {
        double sum = 0;
        for (int i = 0; i < states; i++) {
            sum += loading[i] * state[i];
        }
        return sum;
    }
}
