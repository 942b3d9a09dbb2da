package org.industrialmind.learning.anomaly;

import org.industrialmind.signal.AssetId;

/**
 * The raw score of a normal window that the model was not fitted on.
 *
 * @param windowEndNanos end of the window, exclusive, in epoch nanoseconds
 * @param score in the detector's own scale: larger is more abnormal
 */
public record CalibrationScore(AssetId asset, int regime, long windowEndNanos, double score) {
    /** @throws IllegalArgumentException if the score is negative or not finite, or the regime negative */
    public CalibrationScore {
        if (!(score >= 0) || Double.isInfinite(score) || regime < 0) {
            throw new IllegalArgumentException("calibration score " + score + " of " + asset + " in regime " + regime
                    + " is not valid: expected a finite score and a regime, both from 0");
        }
    }
}
