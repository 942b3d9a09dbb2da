package org.industrialmind.learning.backtest;

import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.decision.DecidingDetector;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.signal.Contribution;

/**
 * One way of alarming: a detector, how far its limits are moved, and when abnormal windows become an episode.
 *
 * @param name what people call it, such as {@code now} and {@code candidate}
 * @param limitFactor what the calibrated limits are multiplied by: 1 leaves them, 2 alarms at twice the score
 */
public record Arm(String name, AnomalyDetector detector, EpisodeRule rule, double limitFactor) {
    /** @throws IllegalArgumentException if the name is blank or the factor is not a positive number */
    public Arm {
        if (name.isBlank() || !(limitFactor > 0) || Double.isInfinite(limitFactor)) {
            throw new IllegalArgumentException("arm '" + name + "' moves its limits by a factor of " + limitFactor
                    + ": expected a name and a positive, finite factor");
        }
    }

    /** Returns the policy that belongs to the detector and has the last word on its scores, if there is one. */
    public Optional<DecisionPolicy> policy() {
        return DecidingDetector.policyOf(detector);
    }

    /** Returns the score relative to the moved limit, which is where every decision on it begins. */
    double relative(Verdict.Scored scored) {
        return scored.score() / limitFactor;
    }

    /** Returns the channel that has most to do with the score; empty text where the detector named none. */
    static String foremost(Verdict.Scored scored) {
        List<Contribution> named = scored.contributions();
        return named.isEmpty() ? "" : named.getFirst().channel();
    }
}
