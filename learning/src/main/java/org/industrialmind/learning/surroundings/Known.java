package org.industrialmind.learning.surroundings;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * What is known of the slopes of one channel on standardised influences, at one level of the hierarchy of class, machine
 * and regime: how large they are, and their covariance if every window has a variance of 1 of its own.
 */
final class Known {
    private final double[] slopes;
    private final Matrix covariance;

    /** Takes the array as it is; the caller gives it away. */
    Known(double[] slopes, Matrix covariance) {
        this.slopes = slopes;
        this.covariance = covariance;
    }

    /** Returns that there are no slopes, surely: where nothing is known, nothing answers to anything. */
    static Known nothing(int size) {
        return new Known(new double[size], Matrix.diagonal(new double[size]));
    }

    double slope(int influence) {
        return slopes[influence];
    }

    double covariance(int one, int other) {
        return covariance.get(one, other);
    }

    /** Returns the covariance of the slopes after they went through that matrix. */
    Matrix passed(Matrix through) {
        return through.times(covariance).timesTransposed(through);
    }
}
