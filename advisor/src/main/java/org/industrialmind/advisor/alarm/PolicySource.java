package org.industrialmind.advisor.alarm;

import java.util.Optional;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.signal.ModelRef;

/**
 * Where the desk finds the policy that a version of a model was trained with. The same version always has the same policy,
 * be it champion or not, so that assessments that wait in the log are decided on as they would have been.
 */
@FunctionalInterface
public interface PolicySource {
    /** Returns the policy; empty if the model has none, and its assessments are taken as they are. */
    Optional<DecisionPolicy> of(ModelRef model);
}
