package org.industrialmind.learning.anomaly;

import java.util.Arrays;

/**
 * By how much the levels of a window may be off although the machine is well, because something was worked out of them that
 * is not known well enough: the variance of each judged channel, in squared units of the channel.
 */
public final class LevelDoubt {
    private final double[] variances; // by judged channel

    private LevelDoubt(double[] variances) {
        this.variances = variances;
    }

    /**
     * Takes variances, of the channels that are judged, in their order.
     *
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public static LevelDoubt of(double[] variances) {
        for (double variance : variances) {
            if (!(variance >= 0) || Double.isInfinite(variance)) {
                throw new IllegalArgumentException(
                        "variance " + variance + " of a level is not valid: expected a finite number from 0");
            }
        }
        return new LevelDoubt(variances.clone());
    }

    /** Returns that nothing is in doubt. */
    public static LevelDoubt none(int channels) {
        return new LevelDoubt(new double[channels]);
    }

    public int size() {
        return variances.length;
    }

    public double variance(int channel) {
        return variances[channel];
    }

    @Override
    public String toString() {
        return "LevelDoubt" + Arrays.toString(variances);
    }
}
