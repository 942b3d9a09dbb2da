package org.industrialmind.learning.decision;

import java.util.Optional;
import org.industrialmind.learning.anomaly.AnomalyDetector;

/** A detector that brings along the policy which has the last word on its scores, where its machines are followed. */
public interface DecidingDetector extends AnomalyDetector {
    /** Returns the policy that its scores were calibrated with. */
    DecisionPolicy policy();

    /** Returns the policy of a detector, if it has one. */
    static Optional<DecisionPolicy> policyOf(AnomalyDetector detector) {
        return detector instanceof DecidingDetector deciding ? Optional.of(deciding.policy()) : Optional.empty();
    }
}
