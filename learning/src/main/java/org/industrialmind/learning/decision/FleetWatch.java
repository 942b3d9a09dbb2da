package org.industrialmind.learning.decision;

import java.util.Optional;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Suspect;

/**
 * A {@link DecisionPolicy} at work on a fleet: what its windows come to with all that has been seen of the machine, and of
 * the other machines. It remembers nothing itself; a {@link FleetRun} does, in memory, and the alarm desk in its database.
 *
 * <p>Where the policy promises the fleet that no more than a share of what is called abnormal is false ({@link OnlineFdr}),
 * every finished block is a decision of the whole fleet. Until a block of its own has been called abnormal, a machine's
 * windows count as normal, however loud; so every episode of a machine stands on such a decision, and comes up to a block
 * later than it would alone. While one is open nothing is decided about its machine, and nothing learned. What speaks
 * against a sensor is no evidence against its machine: it is not shown to the policy, and outside of what is promised.
 *
 * <p>A function of what is handed in: the same windows in the same order give the same decisions.
 */
public final class FleetWatch {
    private final DecisionPolicy policy;

    public FleetWatch(DecisionPolicy policy) {
        this.policy = policy;
    }

    /**
     * A window as its detector judged it.
     *
     * @param relative what the policy made of the window alone, in {@link DecisionPolicy#EVERY_REGIME}
     */
    public record Judged(AssetId asset, long windowEndNanos, double relative, Suspect suspect) {}

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
     * @return empty where the window speaks against a sensor: it is told as it is, and nothing is remembered of it
     */
    public Optional<Decided> next(DecisionState machine, FdrState fleet, Judged window, boolean episodeOpen) {
        return window.suspect() == Suspect.SENSOR
                ? Optional.empty()
                : Optional.of(decided(machine, fleet, window, episodeOpen));
    }

    private Decided decided(DecisionState machine, FdrState fleet, Judged window, boolean episodeOpen) {
        DecisionPolicy.Step step = policy.next(
                machine,
                window.asset(),
                DecisionPolicy.EVERY_REGIME,
                window.windowEndNanos(),
                episodeOpen,
                window.relative());
        Optional<OnlineFdr> rule = policy.fleet();
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
