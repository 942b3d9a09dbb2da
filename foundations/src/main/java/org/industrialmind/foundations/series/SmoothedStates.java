package org.industrialmind.foundations.series;

import org.industrialmind.foundations.algebra.Matrix;

/** The states of a model given the whole series: from {@link KalmanFilter#smooth}. Shape: [time, state]. */
public final class SmoothedStates {
    private final StateSpace model;
    private final double[][] means;
    private final double[][] covariances;

    SmoothedStates(StateSpace model, double[][] means, double[][] covariances) {
        this.model = model;
        this.means = means;
        this.covariances = covariances;
    }

    public double mean(int t, int state) {
        return means[t][state];
    }

    /** Returns the variance of what one does not know of a state. */
    public double variance(int t, int state) {
        return covariances[t][state * model.states + state];
    }

    /** Returns the covariance of all states at a time. Shape: [m, m]. */
    public Matrix covariance(int t) {
        return Matrix.of(model.states, model.states, covariances[t]);
    }

    /** Returns the series without its noise, values that were missing filled in. Shape: [time]. */
    public double[] signal() {
        double[] signal = new double[means.length];
        for (int t = 0; t < signal.length; t++) {
            signal[t] = model.seen(means[t]);
        }
        return signal;
    }
}
