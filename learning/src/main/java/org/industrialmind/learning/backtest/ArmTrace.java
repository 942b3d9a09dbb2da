package org.industrialmind.learning.backtest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.decision.FleetRun;
import org.industrialmind.learning.decision.FleetWatch;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/** Follows the whole fleet under one arm. */
final class ArmTrace {
    private final Arm arm;
    private final FleetRun fleet;
    private final Map<AssetId, EpisodeTrace> byAsset = new TreeMap<>();
    private final Map<Reason, Long> abstained = new EnumMap<>(Reason.class);

    ArmTrace(Arm arm) {
        this.arm = arm;
        this.fleet = new FleetRun(arm.policy());
    }

    Optional<DecisionPolicy> policy() {
        return arm.policy();
    }

    void see(Window window, Verdict verdict) {
        switch (verdict) {
            case Verdict.Scored scored -> {
                EpisodeTrace trace =
                        byAsset.computeIfAbsent(window.asset(), asset -> new EpisodeTrace(arm.rule(), asset));
                FleetWatch.Judged judged = new FleetWatch.Judged(
                        window.asset(), window.endNanos(), arm.relative(scored), scored.suspect());
                double relative = fleet.next(judged, trace.openOnMachine());
                trace.see(window.endNanos(), relative, Arm.foremost(scored), scored.suspect());
            }
            case Verdict.Abstained silent -> abstained.merge(silent.reason(), 1L, Long::sum);
        }
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
