package org.industrialmind.learning.decision;

import java.util.Optional;
import org.industrialmind.signal.AssetId;

/**
 * A {@link DecisionPolicy} at work on a fleet: what its windows come to with all that has been seen of the machine, and of
 * the other machines.
 *
 * <p>Where the policy promises the fleet that no more than a share of what is called abnormal is false ({@link OnlineFdr}),
 * every finished block is a decision of the whole fleet. Until a block of its own has been called abnormal, a machine's
 * windows count as normal, however loud; so every episode of a machine stands on such a decision, and comes up to a block
 * later than it would alone. While one is open nothing is decided about its machine, and nothing learned. What speaks
 * against a sensor is not shown to the policy and outside of what is promised.
 *
 * <p>A function of what is handed in: the same windows in the same order give the same decisions.
 */
public final class FleetWatch {
    private final DecisionPolicy policy;

    public FleetWatch(DecisionPolicy policy) {
        this.policy = policy;
    }

    /**
     * What a window came to.
     *
     * @param machine the state of its machine, for the next window of it
     * @param fleet the state of the fleet, for the next window of any
     * @param relative the score with all evidence: above 1 is abnormal
     */
    public record Decided(DecisionState machine, FdrState fleet, double relative) {}

    /**
     * Follows a machine by one judged window.
     *
     * @param episodeOpen whether the machine has an open episode that does not speak against a sensor alone
     * @param relative what the policy made of the window alone, in {@link DecisionPolicy#EVERY_REGIME}
     */
    public Decided next(
            DecisionState machine,
            FdrState fleet,
            AssetId asset,
            long windowEndNanos,
            boolean episodeOpen,
            double relative) {
        DecisionPolicy.Step step =
                policy.follow(machine, asset, DecisionPolicy.EVERY_REGIME, windowEndNanos, episodeOpen, relative);
        Optional<OnlineFdr.Remembering> rule = policy.fleet();
        if (rule.isEmpty()) {
            return new Decided(step.state(), fleet, step.relative());
        }
        DecisionState state = step.state();
        FdrState next = fleet;
        if (step.finished().isPresent() && !episodeOpen) {
            OnlineFdr.Decision decision =
                    rule.get().decide(fleet, step.finished().get().pValue().value());
            state = state.withDiscovered(decision.alarm());
            next = decision.state();
        }
        boolean heard = episodeOpen || state.discovered();
        return new Decided(state, next, heard ? step.relative() : Math.min(step.relative(), 1));
    }
}
