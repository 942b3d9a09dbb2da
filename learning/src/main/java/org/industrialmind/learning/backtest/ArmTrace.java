package org.industrialmind.learning.backtest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.decision.FdrState;
import org.industrialmind.learning.decision.FleetWatch;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Suspect;
import org.industrialmind.signal.Window;

/** Follows the whole fleet under one arm. */
final class ArmTrace {
    private final Arm arm;
    private final Optional<FleetWatch> watch;
    private final Map<AssetId, EpisodeTrace> byAsset = new TreeMap<>();
    private final Map<Reason, Long> abstained = new EnumMap<>(Reason.class);

    private FdrState fleet = FdrState.initial();

    ArmTrace(Arm arm) {
        this.arm = arm;
        this.watch = arm.policy().map(FleetWatch::new);
    }

    Optional<DecisionPolicy> policy() {
        return arm.policy();
    }

    void see(Window window, Verdict verdict) {
        switch (verdict) {
            case Verdict.Scored scored -> {
                EpisodeTrace trace =
                        byAsset.computeIfAbsent(window.asset(), asset -> new EpisodeTrace(arm.rule(), asset));
                trace.see(window.endNanos(), decided(trace, window, scored), Arm.foremost(scored), scored.suspect());
            }
            case Verdict.Abstained silent -> abstained.merge(silent.reason(), 1L, Long::sum);
        }
    }

    private double decided(EpisodeTrace trace, Window window, Verdict.Scored scored) {
        double relative = arm.relative(scored);
        if (watch.isEmpty() || scored.suspect() == Suspect.SENSOR) {
            return relative; // what speaks against a sensor is no evidence against its machine
        }
        FleetWatch.Decided decided = watch.get()
                .next(trace.decision(), fleet, window.asset(), window.endNanos(), trace.openOnMachine(), relative);
        trace.decided(decided.machine());
        fleet = decided.fleet();
        return decided.relative();
    }

    ArmRecord record() {
        List<ReplayedEpisode> episodes = new ArrayList<>();
        long judged = 0;
        long abnormal = 0;
        for (EpisodeTrace trace : byAsset.values()) {
            episodes.addAll(trace.episodes());
            judged += trace.judged();
            abnormal += trace.abnormal();
        }
        return new ArmRecord(arm.name(), episodes, judged, abnormal, abstained);
    }
}
