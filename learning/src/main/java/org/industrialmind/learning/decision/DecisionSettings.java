package org.industrialmind.learning.decision;

import java.time.Duration;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.FalseAlarmBudget;

/**
 * How a {@link DecisionPolicy} is calibrated.
 *
 * @param budget of false episodes, and the persistence of the {@link EpisodeRule} behind the policy
 * @param block what evidence is gathered over before it counts as one value, and blocks' maxima are decided on
 * @param slack of the cumulative sum over blocks, in standard deviations: half the smallest lasting shift to catch
 * @param slowShare of the budget that is left to the cumulative sum, in [0, 1); 0 for single windows alone
 * @param limits whose a window has to pass
 * @param falseShare of what is called abnormal in the whole fleet that may be false, in [0, 1); 0 for no such promise. Blocks
 *     are what can be promised for: a sum over them stays high for long, so its values are no fresh decisions, and a promise
 *     to a fleet leaves no share to it
 */
public record DecisionSettings(
        FalseAlarmBudget budget,
        Duration block,
        double slack,
        double slowShare,
        LimitSource limits,
        double falseShare) {
    /** Whose limit it is that a window has to pass to be abnormal. */
    public enum LimitSource {
        /** Set anew on the surprises of the calibration, by the budget. */
        BUDGET,
        /**
         * That of the detectors, whose scores are relative to it: surprises are measured in that of windows at 1. For a
         * detector that knows more of its limit than a few held-out hours tell, such as how it ages.
         */
        DETECTORS
    }

    /** @throws IllegalArgumentException if block or slack is not positive, a share outside [0, 1), or both above 0 */
    public DecisionSettings {
        boolean shares = slowShare >= 0 && slowShare < 1 && falseShare >= 0 && falseShare < 1;
        if (!block.isPositive() || !(slack > 0) || Double.isInfinite(slack) || !shares) {
            throw new IllegalArgumentException("decision settings with blocks of " + block + ", slack " + slack
                    + ", slow share " + slowShare + " and false share " + falseShare
                    + " are not valid: expected a positive block and slack and shares in [0, 1)");
        }
        if (slowShare > 0 && falseShare > 0) {
            throw new IllegalArgumentException("decision settings with slow share " + slowShare + " and false share "
                    + falseShare + ": expected one of them to be 0; next: withoutSlowEvidence() before a promise");
        }
    }

    /**
     * Returns the house settings: one false episode a machine and month, half of it for what comes slowly; blocks of an
     * hour, as decisions more often could not be promised from a month of data; slack 0.5; no
     * promise to a fleet.
     */
    public static DecisionSettings defaults() {
        return new DecisionSettings(FalseAlarmBudget.defaults(), Duration.ofHours(1), 0.5, 0.5, LimitSource.BUDGET, 0);
    }

    public DecisionSettings withBudget(FalseAlarmBudget other) {
        return new DecisionSettings(other, block, slack, slowShare, limits, falseShare);
    }

    public DecisionSettings withBlock(Duration other) {
        return new DecisionSettings(budget, other, slack, slowShare, limits, falseShare);
    }

    /** Returns these settings for single windows alone: what a detector needs that keeps no state. */
    public DecisionSettings withoutSlowEvidence() {
        return new DecisionSettings(budget, block, slack, 0, limits, falseShare);
    }

    /** Returns these settings with a promise to the fleet: no more than that share of what is called abnormal is false. */
    public DecisionSettings withFalseShare(double other) {
        return new DecisionSettings(budget, block, slack, slowShare, limits, other);
    }

    /** Returns these settings with the limits of the detectors. */
    public DecisionSettings withLimitsOfDetectors() {
        return new DecisionSettings(budget, block, slack, slowShare, LimitSource.DETECTORS, falseShare);
    }

    FalseAlarmBudget quickBudget() {
        return new FalseAlarmBudget(budget.episodesPerAssetMonth() * (1 - slowShare), budget.needed(), budget.of());
    }
}
