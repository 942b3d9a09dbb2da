package org.industrialmind.app.evaluate.plant;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.decision.DecisionState;
import org.industrialmind.learning.decision.FdrState;
import org.industrialmind.learning.decision.FleetWatch;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Suspect;

/** Lets the policy of a judge have the last word on its verdicts, as the alarm desk of the live platform does. */
final class PolicyFollower {
    private final Optional<FleetWatch> watch;
    private final Map<AssetId, DecisionState> machines = new TreeMap<>();
    private FdrState fleet = FdrState.initial();

    PolicyFollower(Optional<DecisionPolicy> policy) {
        this.watch = policy.map(FleetWatch::new);
    }

    Verdict decided(AssetId asset, long windowEndNanos, boolean episodeOpen, Verdict verdict) {
        if (watch.isEmpty() || !(verdict instanceof Verdict.Scored scored) || scored.suspect() == Suspect.SENSOR) {
            return verdict;
        }
        DecisionState before = machines.getOrDefault(asset, DecisionState.initial());
        FleetWatch.Decided decided =
                watch.get().next(before, fleet, asset, windowEndNanos, episodeOpen, scored.score());
        machines.put(asset, decided.machine());
        fleet = decided.fleet();
        return new Verdict.Scored(decided.relative(), scored.contributions(), scored.suspect());
    }
}
