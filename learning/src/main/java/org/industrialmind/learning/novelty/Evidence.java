package org.industrialmind.learning.novelty;

import java.util.Arrays;
import org.industrialmind.learning.anomaly.StandardWindow;

/** What speaks against each judged channel of a window, and which way the channel lies. */
public final class Evidence {
    private final double[] weights;
    private final double[] shifts;
    private final double total;

    /**
     * Copies in both. Shape: [channel].
     *
     * @param weights what each channel could account for, in the square of the novelty's unit; from 0
     * @param shifts how far each lies from where it was expected, in robust standard deviations; positive is above
     * @throws IllegalArgumentException if the lengths differ, a number is not finite, or a weight negative
     */
    public Evidence(double[] weights, double[] shifts) {
        this.weights = weights.clone();
        this.shifts = shifts.clone();
        if (weights.length != shifts.length) {
            throw new IllegalArgumentException("evidence has " + weights.length + " weights and " + shifts.length
                    + " shifts: expected one of each per channel");
        }
        for (int c = 0; c < weights.length; c++) {
            if (!(weights[c] >= 0) || !Double.isFinite(weights[c] + shifts[c])) {
                throw new IllegalArgumentException("evidence against channel " + c + " is " + weights[c]
                        + " at a shift of " + shifts[c] + ": expected a finite weight from 0 and a finite shift");
            }
        }
        this.total = Arrays.stream(weights).sum();
    }

    /** Weighs channels of a window whose shifts are their mean levels in it. */
    public static Evidence atLevels(double[] weights, StandardWindow window) {
        double[] levels = new double[window.width()];
        for (int row = 0; row < window.length(); row++) {
            for (int c = 0; c < levels.length; c++) {
                levels[c] += window.get(row, c) / window.length();
            }
        }
        return new Evidence(weights, levels);
    }

    public int channels() {
        return weights.length;
    }

    /** Returns the channel's part in [0, 1] of all evidence; all are 0 where there is none. */
    public double share(int channel) {
        return total > 0 ? weights[channel] / total : 0;
    }

    public double weight(int channel) {
        return weights[channel];
    }

    public double shift(int channel) {
        return shifts[channel];
    }
}
