package org.industrialmind.learning.backtest;

import java.util.OptionalInt;
import org.industrialmind.learning.anomaly.EpisodeRule;

/**
 * How one arm is to alarm.
 *
 * @param version of the model, or empty for the champion
 * @param limitFactor what the calibrated limits are multiplied by
 */
public record ArmOrder(OptionalInt version, EpisodeRule rule, double limitFactor) {
    /** Returns the champion with its limits as they are. */
    public static ArmOrder champion(EpisodeRule rule) {
        return new ArmOrder(OptionalInt.empty(), rule, 1);
    }
}
