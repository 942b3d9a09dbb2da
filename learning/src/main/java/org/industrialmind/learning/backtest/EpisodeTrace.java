package org.industrialmind.learning.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.EpisodeState;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.signal.AssetId;

/** Follows one machine under one arm through its windows and writes down its episodes. */
final class EpisodeTrace {
    private final Arm arm;
    private final AssetId asset;
    private final List<ReplayedEpisode> closed = new ArrayList<>();
    private final List<Seen> recent = new ArrayList<>(); // abnormal windows that an opening may yet count in
    private EpisodeState state = EpisodeState.initial();
    private long raised;
    private double peak;
    private String channel = "";
    private long judged;
    private long abnormal;

    private record Seen(long endNanos, double score, String channel) {}

    EpisodeTrace(Arm arm, AssetId asset) {
        this.arm = arm;
        this.asset = asset;
    }

    void see(long endNanos, Verdict.Scored verdict) {
        double score = arm.relative(verdict);
        judged++;
        abnormal += score > 1 ? 1 : 0;
        boolean wasOpen = state.open();
        long onset = state.onsetNanos();
        EpisodeRule.Step step = arm.rule().next(state, endNanos, score);
        state = step.state();
        if (wasOpen) {
            count(new Seen(endNanos, score, Arm.foremost(verdict)));
            if (!state.open()) {
                closed.add(episode(onset, OptionalLong.of(endNanos)));
            }
        } else {
            remember(endNanos, score, verdict);
            if (state.open()) {
                open(endNanos);
            }
        }
    }

    private void remember(long endNanos, double score, Verdict.Scored verdict) {
        if (score > 1) {
            recent.add(new Seen(endNanos, score, Arm.foremost(verdict)));
            if (recent.size() > EpisodeRule.MAX_LOOK_BACK) {
                recent.removeFirst();
            }
        }
    }

    private void open(long endNanos) {
        raised = endNanos;
        peak = 0;
        channel = "";
        recent.stream().filter(seen -> seen.endNanos() >= state.onsetNanos()).forEach(this::count);
        recent.clear();
    }

    private void count(Seen seen) {
        peak = Math.max(peak, seen.score());
        channel = channel.isEmpty() ? seen.channel() : channel;
    }

    private ReplayedEpisode episode(long onset, OptionalLong closedNanos) {
        return new ReplayedEpisode(asset, onset, raised, closedNanos, peak, channel);
    }

    /** Returns the episodes so far, the open one last. */
    List<ReplayedEpisode> episodes() {
        List<ReplayedEpisode> all = new ArrayList<>(closed);
        if (state.open()) {
            all.add(episode(state.onsetNanos(), OptionalLong.empty()));
        }
        return all;
    }

    long judged() {
        return judged;
    }

    long abnormal() {
        return abnormal;
    }
}
