package org.industrialmind.learning.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.EpisodeState;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Suspect;

/** Follows one machine under one arm through its windows and writes down its episodes. */
final class EpisodeTrace {
    private final EpisodeRule rule;
    private final AssetId asset;
    private final List<ReplayedEpisode> closed = new ArrayList<>();
    private final List<Seen> recent = new ArrayList<>(); // abnormal windows that an opening may yet count in
    private EpisodeState state = EpisodeState.initial();
    private long raised;
    private double peak;
    private String channel = "";
    private Suspect suspect = Suspect.UNDETERMINED; // of the open episode
    private long judged;
    private long abnormal;

    private record Seen(long endNanos, double score, String channel, Suspect suspect) {}

    EpisodeTrace(EpisodeRule rule, AssetId asset) {
        this.rule = rule;
        this.asset = asset;
    }

    /** Returns whether an episode is open that does not speak against a sensor alone. */
    boolean openOnMachine() {
        return state.open() && suspect != Suspect.SENSOR;
    }

    /**
     * Takes in a judged window.
     *
     * @param score above 1 is abnormal
     * @param foremost the channel that has most to do with it, or empty text
     */
    void see(long endNanos, double score, String foremost, Suspect against) {
        judged++;
        abnormal += score > 1 ? 1 : 0;
        boolean wasOpen = state.open();
        long onset = state.onsetNanos();
        state = rule.next(state, endNanos, score, against).state();
        Seen seen = new Seen(endNanos, score, foremost, against);
        if (wasOpen) {
            count(seen);
            if (!state.open()) {
                closed.add(episode(onset, OptionalLong.of(endNanos)));
            }
        } else {
            remember(seen);
            if (state.open()) {
                open(endNanos);
            }
        }
    }

    private void remember(Seen seen) {
        if (seen.score() > 1) {
            recent.add(seen);
            if (recent.size() > EpisodeRule.MAX_LOOK_BACK) {
                recent.removeFirst();
            }
        }
    }

    private void open(long endNanos) {
        raised = endNanos;
        peak = 0;
        channel = "";
        suspect = Suspect.UNDETERMINED;
        recent.stream().filter(seen -> seen.endNanos() >= state.onsetNanos()).forEach(this::count);
        recent.clear();
    }

    private void count(Seen seen) {
        peak = Math.max(peak, seen.score());
        channel = channel.isEmpty() ? seen.channel() : channel;
        suspect = seen.score() > 1 ? suspect.and(seen.suspect()) : suspect;
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
