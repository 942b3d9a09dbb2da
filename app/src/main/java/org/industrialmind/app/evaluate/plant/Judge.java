package org.industrialmind.app.evaluate.plant;

import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.decision.DecidingDetector;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.signal.Window;

/** Somebody who says of each window of a class of machines whether it is abnormal. */
@FunctionalInterface
interface Judge {
    List<Verdict> judge(List<Window> windows);

    /** Returns the policy that has the last word on the verdicts, if there is one. */
    default Optional<DecisionPolicy> policy() {
        return Optional.empty();
    }

    /** Returns a detector as a judge. */
    static Judge of(AnomalyDetector detector) {
        return new Judge() {
            @Override
            public List<Verdict> judge(List<Window> windows) {
                return detector.judge(windows);
            }

            @Override
            public Optional<DecisionPolicy> policy() {
                return DecidingDetector.policyOf(detector);
            }
        };
    }

    /** How a judge comes about: from the normal windows of a class of machines. */
    @FunctionalInterface
    interface School {
        Judge learn(WindowSet normal, long seed);
    }
}
