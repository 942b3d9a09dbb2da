package org.industrialmind.learning.surroundings;

/**
 * How restless one channel's levels are in training when the influences have been taken out.
 *
 * @param window variance of one window's level, in squared units of the channel
 * @param independent the variance that a window would have if windows were independent, so that slopes are known as poorly
 *     as they are; larger, since what is left over wanders, and an hour of windows that are all off by the same tells little
 *     more than one of them
 */
record Unrest(double window, double independent) {

    /** @throws IllegalArgumentException if a variance is negative or not finite, or the second below the first */
    Unrest {
        boolean ordered = window >= 0 && independent >= window;
        if (!ordered || !Double.isFinite(independent)) {
            throw new IllegalArgumentException("variances of " + window + " a window and " + independent
                    + " if windows were independent are not valid: expected finite ones from 0, the second no smaller");
        }
    }
}
