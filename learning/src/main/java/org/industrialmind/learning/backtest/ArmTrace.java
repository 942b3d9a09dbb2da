package org.industrialmind.learning.backtest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/** Follows the whole fleet under one arm. */
final class ArmTrace {
    private final Arm arm;
    private final Map<AssetId, EpisodeTrace> byAsset = new TreeMap<>();
    private final Map<Reason, Long> abstained = new EnumMap<>(Reason.class);

    ArmTrace(Arm arm) {
        this.arm = arm;
    }

    void see(Window window, Verdict verdict) {
        switch (verdict) {
            case Verdict.Scored scored ->
                byAsset.computeIfAbsent(window.asset(), asset -> new EpisodeTrace(arm, asset))
                        .see(window.endNanos(), scored);
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
