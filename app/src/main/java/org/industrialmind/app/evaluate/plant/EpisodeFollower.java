package org.industrialmind.app.evaluate.plant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.EpisodeState;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Suspect;

/** Follows the verdicts on one machine by the episode rule of the live platform and collects what would have been told. */
final class EpisodeFollower {
    private final AssetId asset;
    private final EpisodeRule rule;
    private final List<SeenEpisode> told = new ArrayList<>();
    private final List<Verdict.Scored> glimpses = new ArrayList<>(); // abnormal windows that may open an episode
    private EpisodeState state = EpisodeState.initial();
    private long opened;
    private List<String> channels = List.of();
    private boolean sensor;

    EpisodeFollower(AssetId asset, EpisodeRule rule) {
        this.asset = asset;
        this.rule = rule;
    }

    /** Returns whether an episode is open that does not speak against a sensor alone. */
    boolean openOnMachine() {
        return state.open() && !sensor;
    }

    /** Takes in what a judged window came to. */
    void see(long windowEndNanos, Verdict.Scored scored) {
        EpisodeRule.Step step = rule.next(state, windowEndNanos, scored.score(), scored.suspect());
        EpisodeState before = state;
        state = step.state();
        if (!before.open()) {
            remember(scored);
        }
        switch (step.event().orElse(null)) {
            case EpisodeRule.Event.Opened begun -> open(windowEndNanos);
            case EpisodeRule.Event.Closed over -> close(before.onsetNanos(), windowEndNanos);
            case EpisodeRule.Event.Continued going -> {}
            case null -> {}
        }
    }

    private void remember(Verdict.Scored scored) {
        if (state.open() || (state.abnormalBits() & 1) != 0) { // else it was normal, or the machine still settles
            glimpses.add(scored);
        }
        int kept = state.open() ? rule.needed() : state.abnormalEnds().size();
        while (glimpses.size() > kept) {
            glimpses.removeFirst();
        }
    }

    private void open(long windowEndNanos) {
        opened = windowEndNanos;
        sensor = glimpses.stream().map(Verdict.Scored::suspect).reduce(Suspect.UNDETERMINED, Suspect::and)
                == Suspect.SENSOR;
        Map<String, Double> shares = new TreeMap<>();
        for (Verdict.Scored glimpse : glimpses) {
            for (Contribution each : glimpse.contributions()) {
                shares.merge(each.channel(), each.share(), Double::sum);
            }
        }
        channels = shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        glimpses.clear();
    }

    private void close(long onset, long end) {
        told.add(new SeenEpisode(asset, onset, opened, end, sensor, channels));
    }

    /** Returns the episodes told so far, in order of time; one that is still open ends at that time. */
    List<SeenEpisode> until(long endNanos) {
        if (state.open()) {
            close(state.onsetNanos(), endNanos);
        }
        return List.copyOf(told);
    }
}
