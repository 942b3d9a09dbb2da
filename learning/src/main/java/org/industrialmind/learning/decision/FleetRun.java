package org.industrialmind.learning.decision;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.signal.AssetId;

/**
 * A fleet that is followed from its first window on, in memory, exactly as the alarm desk follows it live. One instance
 * serves one thread.
 */
public final class FleetRun {
    private final Optional<FleetWatch> watch;
    private final Map<AssetId, DecisionState> machines = new TreeMap<>();
    private FdrState fleet = FdrState.initial();

    /** @param policy empty leaves every score as it is */
    public FleetRun(Optional<DecisionPolicy> policy) {
        this.watch = policy.map(FleetWatch::new);
    }

    /**
     * Returns the score of the next window with all that has been seen so far: above 1 is abnormal.
     *
     * @param episodeOpen whether the machine has an open episode that does not speak against a sensor alone
     */
    public double next(FleetWatch.Judged window, boolean episodeOpen) {
        DecisionState before = machines.getOrDefault(window.asset(), DecisionState.initial());
        return watch.flatMap(each -> each.next(before, fleet, window, episodeOpen))
                .map(decided -> remembered(window.asset(), decided))
                .orElse(window.relative());
    }

    private double remembered(AssetId asset, FleetWatch.Decided decided) {
        machines.put(asset, decided.machine());
        fleet = decided.fleet();
        return decided.relative();
    }
}
