package org.industrialmind.foundations.neighbors;

import org.industrialmind.foundations.algebra.Matrix;

/** How far two rows lie apart. */
public sealed interface Metric {
    /** The length of the straight line, the root of the sum of squared differences. */
    record Euclidean() implements Metric {}

    /** The sum of absolute differences. */
    record Manhattan() implements Metric {}

    /** The largest absolute difference. */
    record Chebyshev() implements Metric {}

    /**
     * The p-th root of the sum of differences to the power p.
     *
     * @param power p, 1 or more: less breaks the triangle inequality, on which every search rests
     */
    record Minkowski(double power) implements Metric {
        /** @throws IllegalArgumentException if the power is less than 1 or not finite */
        public Minkowski {
            if (!(power >= 1) || Double.isInfinite(power)) {
                throw new IllegalArgumentException(
                        "a Minkowski distance of power " + power + ": expected 1 or more; for infinity take Chebyshev");
            }
        }
    }

    /**
     * The Euclidean distance after the covariance is made the identity: the root of (x - y)' C^-1 (x - y).
     *
     * @param covariance symmetric and positive definite. Shape: [column, column]
     */
    record Mahalanobis(Matrix covariance) implements Metric {}

    /**
     * The angle in radians between two places on a sphere, each given as latitude and longitude in radians; times 6 371 km
     * it is the way over ground.
     */
    record Haversine() implements Metric {}

    Metric EUCLIDEAN = new Euclidean();
    Metric MANHATTAN = new Manhattan();
    Metric CHEBYSHEV = new Chebyshev();
    Metric HAVERSINE = new Haversine();
}
