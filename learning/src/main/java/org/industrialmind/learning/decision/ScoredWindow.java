package org.industrialmind.learning.decision;

import java.util.List;
import org.industrialmind.learning.anomaly.CalibrationScore;
import org.industrialmind.signal.AssetId;

/**
 * The raw scores that one or several detectors gave a normal window which none of them was fitted on.
 *
 * @param windowEndNanos end of the window, exclusive, in epoch nanoseconds
 * @param scores one a detector, always in the same order, each in its own scale: larger is more abnormal
 */
public record ScoredWindow(AssetId asset, int regime, long windowEndNanos, List<Double> scores) {
    /** @throws IllegalArgumentException if there is no score, one is not finite, or the regime is negative */
    public ScoredWindow {
        scores = List.copyOf(scores);
        if (scores.isEmpty() || regime < 0 || !scores.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("scores " + scores + " of " + asset + " in regime " + regime
                    + " are not valid: expected at least one finite score and a regime from 0");
        }
    }

    /** Returns the score of a single detector. */
    public static ScoredWindow of(CalibrationScore score) {
        return new ScoredWindow(score.asset(), score.regime(), score.windowEndNanos(), List.of(score.score()));
    }

    Standing standing() {
        return new Standing(asset, regime);
    }
}
