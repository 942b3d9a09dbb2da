package org.industrialmind.foundations.series;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * What a {@link StateSpace} model says of a series: of each state given the past (Kalman's filter), given everything (the
 * smoother), of the future, and of how likely the whole series is.
 *
 * <p>The filter predicts, sees, and corrects: an innovation v of variance F moves the state by P z v / F. The smoother
 * goes back from the end and carries what the later innovations say of an earlier state in a vector r and its precision
 * N; it gives the same answer as that of Rauch, Tung and Striebel, without inverting a covariance, which in a model with
 * exact relations between states would be singular. Values that are missing (NaN) are passed over: the state moves on and
 * its variance grows. Directions unknown at the start are treated exactly, see {@link Gains}.
 *
 * <p>Complexity: O(n m^2) for the filter of a sparse transition, O(n m^3) for the smoother.
 *
 * <ol>
 *   <li>Kalman 1960, A new approach to linear filtering and prediction problems, J. Basic Engineering 82(1).
 *   <li>Rauch, Tung and Striebel 1965, Maximum likelihood estimates of linear dynamic systems, AIAA J. 3(8).
 *   <li>de Jong 1989, Smoothing and interpolation with the state-space model, JASA 84(408).
 *   <li>Durbin and Koopman 2012, Time Series Analysis by State Space Methods, 2nd ed., sections 4.4 and 5.3.
 * </ol>
 */
public final class KalmanFilter {
    private final StateSpace model;
    private final Gains gains;
    private final double[] innovations;
    private final List<double[]> means = new ArrayList<>(); // of the state before each value, and after the last

    private KalmanFilter(StateSpace model, double[] series) {
        this.model = model;
        gains = new Gains(model, Gains.present(series), true);
        innovations = new double[series.length];
        double[] state = new double[model.states];
        for (int t = 0; t < series.length; t++) {
            means.add(state.clone());
            innovations[t] = gains.observed[t] ? series[t] - model.seen(state) : Double.NaN;
            for (int i = 0; i < state.length && gains.observed[t]; i++) {
                state[i] += gains.gain[t][i] * innovations[t];
            }
            state = model.step(state);
        }
        means.add(state);
    }

    /**
     * Filters a series; NaN is a value that is missing.
     *
     * @throws IllegalArgumentException if a value is infinite, or the values do not determine the first state
     */
    public static KalmanFilter of(StateSpace model, double[] series) {
        Values.requireNoInfinity(series);
        KalmanFilter filter = new KalmanFilter(model, series);
        if (!filter.gains.closed()) {
            throw new IllegalArgumentException("a series of " + series.length + " values leaves some of " + model.states
                    + " states undetermined: expected more values that are not missing");
        }
        return filter;
    }

    /** Returns the logarithm of the likelihood of the values beyond those that determine the first state. */
    public double logLikelihood() {
        double sum = gains.counted() * Math.log(2 * Math.PI) + gains.logVariances();
        for (int t = 0; t < innovations.length; t++) {
            sum += gains.counts(t) ? innovations[t] * innovations[t] / gains.variance[t] : 0;
        }
        return -sum / 2;
    }

    /** Returns value less forecast at a time; NaN where the value is missing or serves to find the first state. */
    public double innovation(int t) {
        return gains.counts(t) ? innovations[t] : Double.NaN;
    }

    /** Returns the variance of an innovation; NaN where there is none. */
    public double innovationVariance(int t) {
        return gains.counts(t) ? gains.variance[t] : Double.NaN;
    }

    /**
     * Returns the expected state before the value at a time is seen. Shape: [m].
     *
     * @param t from 0 to the length of the series, which is the state after its end
     */
    public double[] predicted(int t) {
        return means.get(t).clone();
    }

    /** Returns the covariance of {@link #predicted}; its finite part, at the start. Shape: [m, m]. */
    public Matrix predictedCovariance(int t) {
        return Matrix.of(model.states, model.states, gains.covariances.get(t));
    }

    /** Forecasts the values after the series. */
    public Forecast forecast(int horizon) {
        return forecast(model, means.getLast(), gains.covariance, 1, horizon);
    }

    static Forecast forecast(StateSpace model, double[] mean, double[] covariance, double scale, int horizon) {
        Values.requireHorizon(horizon);
        double[] expected = new double[horizon];
        double[] deviations = new double[horizon];
        double[] state = mean;
        double[] spread = covariance;
        for (int h = 0; h < horizon; h++) {
            expected[h] = model.seen(state);
            double variance = model.seen(model.loaded(spread)) + model.noise;
            deviations[h] = Math.sqrt(Math.max(0, scale * variance));
            state = model.step(state);
            spread = model.spread(spread);
            for (int i = 0; i < spread.length; i++) {
                spread[i] += model.disturbance[i];
            }
        }
        return Forecast.of(expected, deviations);
    }

    /** Returns the states given the whole series. */
    public SmoothedStates smooth() {
        int n = innovations.length;
        double[][] smoothed = new double[n][];
        double[][] covariances = new double[n][];
        Backward backward = new Backward(model);
        for (int t = n - 1; t >= 0; t--) {
            boolean open = t < gains.unknown.size();
            backward.before(gains, t, innovations[t]);
            double[] unknown = open ? gains.unknown.get(t) : new double[0];
            smoothed[t] = backward.mean(means.get(t), gains.covariances.get(t), unknown);
            covariances[t] = backward.covariance(gains.covariances.get(t), unknown);
        }
        return new SmoothedStates(model, smoothed, covariances);
    }

    /** What the values from some time on say of the state: r and N, and their parts of higher order while diffuse. */
    private static final class Backward {
        private final StateSpace model;
        private final int m;
        private double[] r0;
        private double[] r1;
        private double[] n0;
        private double[] n1;
        private double[] n2;

        Backward(StateSpace model) {
            this.model = model;
            m = model.states;
            r0 = new double[m];
            r1 = new double[m];
            n0 = new double[m * m];
            n1 = new double[m * m];
            n2 = new double[m * m];
        }

        void before(Gains gains, int t, double innovation) {
            if (!gains.observed[t]) {
                r0 = model.back(r0);
                r1 = model.back(r1);
                n0 = backBoth(n0);
                n1 = backBoth(n1);
                n2 = backBoth(n2);
            } else if (gains.diffuse[t]) {
                diffuse(gains, t, innovation);
            } else {
                known(gains, t, innovation);
            }
        }

        /** With L = T (I - k z'): r = z v / F + L' r, N = z z' / F + L' N L. */
        private void known(Gains gains, int t, double innovation) {
            double[] k = gains.gain[t];
            double precision = gains.variance[t] > 0 ? 1 / gains.variance[t] : 0;
            r0 = seen(model.back(r0), k, innovation * precision);
            r1 = seen(model.back(r1), k, 0);
            n0 = projected(backBoth(n0), k);
            n1 = projected(backBoth(n1), k);
            n2 = projected(backBoth(n2), k);
            plus(n0, model.loading, model.loading, precision);
        }

        /** The same to the orders 1, 1 / kappa and 1 / kappa^2, less what the diffuse covariance turns to zero. */
        private void diffuse(Gains gains, int t, double innovation) {
            double[] z = model.loading;
            double infinite = gains.variance[t];
            double finite = gains.bounded[t];
            double[] k = gains.gain[t]; // L0 = T (I - k z')
            double[] m1 = model.loaded(gains.covariances.get(t));
            double[] k1 = new double[m]; // L1 = -T k1 z'
            for (int i = 0; i < m; i++) {
                k1[i] = m1[i] / infinite - k[i] * finite / infinite;
            }
            double[] b0 = model.back(r0);
            double[] b1 = model.back(r1);
            double[] c0 = backBoth(n0);
            double[] c1 = backBoth(n1);
            double[] c2 = backBoth(n2);
            r0 = seen(b0, k, 0);
            r1 = seen(b1, k, innovation / infinite);
            minus(r1, z, dot(k1, b0));
            double[] first = seen(times(c0, k1), k, 0); // L1' N0 L0 = -z first'
            double[] second = seen(times(c1, k1), k, 0); // L1' N1 L0 = -z second'
            n0 = projected(c0, k);
            n1 = projected(c1, k);
            plus(n1, z, z, 1 / infinite);
            lessBoth(n1, z, first);
            n2 = projected(c2, k);
            plus(n2, z, z, -finite / (infinite * infinite) + dot(k1, times(c0, k1)));
            lessBoth(n2, z, second);
        }

        /** Takes away a b' + b a'. */
        private void lessBoth(double[] matrix, double[] a, double[] b) {
            plus(matrix, a, b, -1);
            plus(matrix, b, a, -1);
        }

        /** Returns (I - z k') b + z factor. */
        private double[] seen(double[] b, double[] k, double factor) {
            double[] result = b.clone();
            minus(result, model.loading, dot(k, b) - factor);
            return result;
        }

        /** Returns (I - z k') C (I - k z') of a symmetric C. */
        private double[] projected(double[] c, double[] k) {
            double[] ck = times(c, k);
            double[] result = c.clone();
            lessBoth(result, model.loading, ck);
            plus(result, model.loading, model.loading, dot(k, ck));
            return result;
        }

        /** Returns T' N T. */
        private double[] backBoth(double[] n) {
            double[] half = new double[m * m];
            for (int i = 0; i < m; i++) {
                for (int k = 0; k < model.links[i].length; k++) {
                    for (int j = 0; j < m; j++) {
                        half[model.links[i][k] * m + j] += model.weights[i][k] * n[i * m + j];
                    }
                }
            }
            double[] both = new double[m * m];
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    for (int k = 0; k < model.links[j].length; k++) {
                        both[i * m + model.links[j][k]] += half[i * m + j] * model.weights[j][k];
                    }
                }
            }
            return both;
        }

        double[] mean(double[] predicted, double[] covariance, double[] unknown) {
            double[] mean = predicted.clone();
            double[] finite = times(covariance, r0);
            double[] infinite = unknown.length > 0 ? times(unknown, r1) : new double[m];
            for (int i = 0; i < m; i++) {
                mean[i] += finite[i] + infinite[i];
            }
            return mean;
        }

        /** Returns P - P N0 P - D N1 P - (D N1 P)' - D N2 D. */
        double[] covariance(double[] p, double[] d) {
            double[] result = p.clone();
            subtract(result, product(product(p, n0), p), false);
            if (d.length > 0) {
                double[] cross = product(product(d, n1), p);
                subtract(result, cross, false);
                subtract(result, cross, true);
                subtract(result, product(product(d, n2), d), false);
            }
            return result;
        }

        private void subtract(double[] from, double[] what, boolean transposed) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    from[i * m + j] -= transposed ? what[j * m + i] : what[i * m + j];
                }
            }
        }

        private double[] product(double[] a, double[] b) {
            double[] c = new double[m * m];
            for (int i = 0; i < m; i++) {
                for (int k = 0; k < m; k++) {
                    for (int j = 0; j < m; j++) {
                        c[i * m + j] += a[i * m + k] * b[k * m + j];
                    }
                }
            }
            return c;
        }

        private double[] times(double[] matrix, double[] vector) {
            double[] result = new double[m];
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    result[i] += matrix[i * m + j] * vector[j];
                }
            }
            return result;
        }

        private void plus(double[] matrix, double[] a, double[] b, double factor) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    matrix[i * m + j] += factor * a[i] * b[j];
                }
            }
        }

        private void minus(double[] target, double[] direction, double factor) {
            for (int i = 0; i < m; i++) {
                target[i] -= factor * direction[i];
            }
        }

        private double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < m; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }
}
