package org.industrialmind.foundations.series;

import java.util.ArrayList;
import java.util.List;

/**
 * The half of the Kalman filter that does not look at the values: how far each innovation moves the state.
 *
 * <p>Variances and gains depend on the model and on which values are there, not on what they are. Computed once, they
 * filter the series and every column of a regression with ARIMA errors alike.
 *
 * <p>While directions of the state are still unknown the gains are the limits for infinite variance, in exact form (no
 * large number stands for infinity). Once the variance has settled, the gain is kept until a value is missing: of a
 * thousand steps, a few dozen cost O(m^2), the rest O(m).
 *
 * @see "Durbin and Koopman 2012, Time Series Analysis by State Space Methods, 2nd ed., sections 4.3 and 5.2"
 */
final class Gains {
    private static final double KNOWN = 1e-9; // diffuse variance of the order of rounding: nothing is unknown
    private static final double SETTLED = 1e-15;

    final StateSpace model;
    final boolean[] observed;
    final boolean[] diffuse; // the value serves to find the first state
    final double[] variance; // of the innovation; the diffuse part where that is positive
    final double[][] gain; // P z / variance: what a unit of innovation says of the state at its own time
    final List<double[]> covariances = new ArrayList<>(); // of the state before each value, and after the last
    final List<double[]> unknown = new ArrayList<>(); // the diffuse part of the same, while there is one
    final double[] bounded; // the finite part of the innovation's variance
    double[] covariance;
    private double[] unbounded;
    private boolean open; // whether a direction is still unknown

    /** Runs along a series of which some values are there. Keeps covariances only on demand, since they are large. */
    Gains(StateSpace model, boolean[] observed, boolean keep) {
        this.model = model;
        this.observed = observed;
        int n = observed.length;
        diffuse = new boolean[n];
        variance = new double[n];
        bounded = new double[n];
        gain = new double[n][];
        covariance = model.initial;
        unbounded = model.diffuse;
        open = largest(unbounded) > 0;
        boolean settled = false;
        for (int t = 0; t < n; t++) {
            if (keep) {
                covariances.add(covariance);
                if (open) {
                    unknown.add(unbounded);
                }
            }
            if (settled && observed[t]) {
                variance[t] = variance[t - 1];
                bounded[t] = bounded[t - 1];
                gain[t] = gain[t - 1];
            } else {
                double[] before = covariance;
                boolean wasOpen = open;
                update(t);
                settled = !wasOpen && observed[t] && close(before, covariance);
            }
        }
        if (keep) {
            covariances.add(covariance);
        }
    }

    private void update(int t) {
        double[] filtered = covariance;
        if (observed[t]) {
            double[] m = model.loaded(covariance);
            bounded[t] = model.seen(m) + model.noise;
            double[] d = open ? model.loaded(unbounded) : new double[0];
            double infinite = open ? model.seen(d) : 0;
            if (infinite > KNOWN) {
                filtered = diffuseUpdate(t, m, d, infinite);
            } else {
                variance[t] = bounded[t];
                gain[t] = scaled(m, variance[t] > 0 ? 1 / variance[t] : 0);
                filtered = covariance.clone();
                add(filtered, m, gain[t], -1);
            }
        } else {
            gain[t] = new double[model.states];
        }
        covariance = model.spread(filtered);
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] += model.disturbance[i];
        }
        if (open) {
            unbounded = model.spread(unbounded);
            open = largest(unbounded) > KNOWN;
        }
    }

    private double[] diffuseUpdate(int t, double[] m, double[] d, double infinite) {
        diffuse[t] = true;
        variance[t] = infinite;
        gain[t] = scaled(d, 1 / infinite);
        double[] filtered = covariance.clone();
        add(filtered, m, gain[t], -1);
        add(filtered, gain[t], m, -1);
        add(filtered, gain[t], gain[t], bounded[t]);
        unbounded = unbounded.clone();
        add(unbounded, d, gain[t], -1);
        return filtered;
    }

    /** Adds factor a b'. */
    private static void add(double[] matrix, double[] a, double[] b, double factor) {
        int m = a.length;
        for (int i = 0; i < m; i++) {
            double scaled = factor * a[i];
            for (int j = 0; j < m; j++) {
                matrix[i * m + j] += scaled * b[j];
            }
        }
    }

    private static double[] scaled(double[] vector, double factor) {
        double[] product = vector.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= factor;
        }
        return product;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static boolean close(double[] a, double[] b) {
        double apart = 0;
        for (int i = 0; i < a.length; i++) {
            apart = Math.max(apart, Math.abs(a[i] - b[i]));
        }
        return apart <= SETTLED * largest(a);
    }

    /** Returns whether the series was long enough to find the first state. */
    boolean closed() {
        return !open;
    }

    /**
     * Returns the innovations of a series and leaves the state after its last value in the given array.
     *
     * @param state the first state; overwritten by the last
     */
    double[] innovations(double[] series, double[] state) {
        double[] innovations = new double[series.length];
        for (int t = 0; t < series.length; t++) {
            double[] next = model.step(filtered(t, series, state, innovations));
            System.arraycopy(next, 0, state, 0, next.length);
        }
        return innovations;
    }

    private double[] filtered(int t, double[] series, double[] state, double[] innovations) {
        if (!observed[t]) {
            innovations[t] = Double.NaN;
            return state;
        }
        innovations[t] = series[t] - model.seen(state);
        for (int i = 0; i < state.length; i++) {
            state[i] += gain[t][i] * innovations[t];
        }
        return state;
    }

    /** Returns whether all variances are positive and finite: not so at the edge of what the model is defined for. */
    boolean sound() {
        for (int t = 0; t < variance.length; t++) {
            if (observed[t] && !(variance[t] > 0 && variance[t] < Double.POSITIVE_INFINITY)) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many values count for the likelihood: there, and not used up to find the first state. */
    int counted() {
        int count = 0;
        for (int t = 0; t < observed.length; t++) {
            count += counts(t) ? 1 : 0;
        }
        return count;
    }

    boolean counts(int t) {
        return observed[t] && !diffuse[t];
    }

    /** Returns the sum of the logarithms of the variances, of the diffuse parts too. */
    double logVariances() {
        double sum = 0;
        for (int t = 0; t < variance.length; t++) {
            sum += observed[t] ? Math.log(variance[t]) : 0;
        }
        return sum;
    }

    static boolean[] present(double[] series) {
        boolean[] present = new boolean[series.length];
        for (int t = 0; t < present.length; t++) {
            present[t] = !Double.isNaN(series[t]);
        }
        return present;
    }
}
