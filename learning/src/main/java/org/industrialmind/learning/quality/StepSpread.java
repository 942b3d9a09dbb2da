package org.industrialmind.learning.quality;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.signal.Window;

/**
 * How the steps of the channels of one machine ({@link LocalSteps}) vary together when all is well.
 *
 * <p>Shapes: steepness [channel], as {@link LocalSteps} takes it; spread [channel], 0 for one that never steps; correlation
 * [channel, channel], of steps in units of their spread.
 */
final class StepSpread {
    private static final double SHARP = 4; // deviations of what others leave unexplained
    private static final double UNREAD = 1e12; // variances: a channel that was not read drops out exactly

    private final double[] steepness;
    private final double[] spread;
    private final double[] correlation;
    private final double[] inverse; // of the correlation, where all channels that ever step were read

    /** @throws IllegalArgumentException if the arrays do not belong together or hold what is not a number */
    StepSpread(double[] steepness, double[] spread, double[] correlation) {
        this.steepness = steepness.clone();
        this.spread = spread.clone();
        this.correlation = correlation.clone();
        boolean finite = Double.isFinite(Arrays.stream(spread).sum()
                + Arrays.stream(correlation).sum()
                + Arrays.stream(steepness).sum());
        boolean sized = steepness.length == spread.length && correlation.length == spread.length * spread.length;
        if (!sized || !finite) {
            throw new IllegalArgumentException("spread of steps has " + spread.length + " channels, " + steepness.length
                    + " slopes and " + correlation.length
                    + " correlations: expected finite numbers, a slope for each channel and a correlation for"
                    + " each pair");
        }
        boolean[] still = new boolean[spread.length];
        for (int c = 0; c < still.length; c++) {
            still[c] = spread[c] == 0;
        }
        this.inverse = without(still);
    }

    /** Returns the inverse of the correlation with some channels dropped out of it. */
    private double[] without(boolean[] dropped) {
        int n = spread.length;
        double[] widened = correlation.clone();
        for (int i = 0; i < n; i++) {
            widened[i * n + i] += dropped[i] ? UNREAD : 0;
        }
        return CholeskyDecomposition.of(Matrix.of(n, n, widened)).inverse().toArray();
    }

    int size() {
        return spread.length;
    }

    double of(int channel) {
        return spread[channel];
    }

    double[] steepness() {
        return steepness.clone();
    }

    double[] spread() {
        return spread.clone();
    }

    double[] correlation() {
        return correlation.clone();
    }

    /** @param channels positions in the schema of those that the spread is of */
    LocalSteps steps(Window window, int[] channels) {
        return LocalSteps.of(window, channels, steepness);
    }

    Look look(LocalSteps steps) {
        return new Look(steps);
    }

    /**
     * The steps of one window, row by row. With P the inverse of their covariance and u the steps, {@code (P u)_c /
     * sqrt(P_cc)} is by how many standard deviations channel c departs from what all others say that it should have
     * done, and {@code u'Pu} less its square is how unusual those are without it.
     */
    final class Look {
        private final LocalSteps steps;
        private final double[] u = new double[spread.length];
        private final double[] gradient = new double[spread.length]; // P u
        private final boolean[] unread = new boolean[spread.length];
        private double[] inverse = {}; // P, of the channels read at this row; empty before the first
        private double squared;

        private Look(LocalSteps steps) {
            this.steps = steps;
        }

        /** Turns to a row; returns false if nothing can be said of it. */
        boolean at(int row) {
            steps.at(row, u);
            boolean any = false;
            boolean same = inverse.length > 0;
            for (int c = 0; c < u.length; c++) {
                boolean missing = Double.isNaN(u[c]) || spread[c] == 0;
                any |= !missing;
                same &= unread[c] == missing;
                unread[c] = missing;
                u[c] = missing ? 0 : u[c] / spread[c];
            }
            if (!any) {
                return false;
            }
            inverse = same ? inverse : invert();
            Arrays.fill(gradient, 0);
            for (int k = 0; k < u.length; k++) { // row by row of a symmetric matrix: this order vectorises
                double step = u[k];
                int from = k * u.length;
                for (int i = 0; i < u.length; i++) {
                    gradient[i] += inverse[from + i] * step;
                }
            }
            squared = 0;
            for (int i = 0; i < u.length; i++) {
                squared += gradient[i] * u[i];
            }
            return true;
        }

        private double[] invert() {
            boolean whole = true;
            for (int c = 0; c < unread.length; c++) {
                whole &= !unread[c] || spread[c] == 0;
            }
            return whole ? StepSpread.this.inverse : without(unread);
        }

        private double inverse(int row, int column) {
            return inverse[row * u.length + column];
        }

        /** Returns how unusual the steps of all channels are together, as a squared Mahalanobis distance. */
        double squared() {
            return squared;
        }

        boolean read(int channel) {
            return !unread[channel];
        }

        /** Returns by how many standard deviations a channel departs from what the others say. */
        double departure(int channel) {
            return unread[channel] ? 0 : gradient[channel] / Math.sqrt(inverse(channel, channel));
        }

        /** Returns the largest departure among the other channels if that one had not been read. */
        double largestWithout(int channel) {
            double largest = 0;
            for (int i = 0; i < u.length; i++) {
                if (i != channel && !unread[i]) {
                    double shared = inverse(i, channel) / inverse(channel, channel);
                    double away = gradient[i] - shared * gradient[channel];
                    largest =
                            Math.max(largest, Math.abs(away) / Math.sqrt(inverse(i, i) - shared * inverse(i, channel)));
                }
            }
            return largest;
        }

        /**
         * Returns whether the channel moves at one reading, and not on a ramp: the step that is left beside the slope that
         * fits best stands out too. A fault that grows within minutes has hardly any.
         */
        boolean sharp(int row, int channel) {
            double jump = steps.jump(row, channel) / spread[channel] * Math.sqrt(inverse(channel, channel));
            return Math.abs(jump) > SHARP && jump * u[channel] > 0;
        }

        /** Returns how steep the channel is on either side or both, in standard errors. */
        double slope(int row, int channel) {
            return steps.steepest(row, channel) / spread[channel];
        }
    }
}
