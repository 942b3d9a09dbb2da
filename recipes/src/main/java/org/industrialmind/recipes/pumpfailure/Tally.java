package org.industrialmind.recipes.pumpfailure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.EpisodeState;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;
import org.industrialmind.simulator.fault.FaultLabel;

/**
 * What a detector was worth, counted as an operator would: faults found, how late, and episodes for nothing.
 *
 * <p>A fault is found when an episode is open on its machine after the fault became detectable; an episode is false when it
 * opens on a machine that has no fault. Windows count for precision and recall once the fault is detectable; those between
 * onset and then are left out, since nobody could have known.
 */
final class Tally {
    private final EpisodeRule rule = EpisodeRule.defaults();
    private final List<Duration> delays = new ArrayList<>();
    private int faults;
    private int falseEpisodes;
    private Duration watched = Duration.ZERO;
    private long truePositives;
    private long falsePositives;
    private long falseNegatives;
    private long judged;
    private long seen;

    /** Adds what a detector made of one station. */
    void add(PumpStation station, List<Verdict> verdicts) {
        Map<AssetId, EpisodeState> states = new HashMap<>();
        Set<String> found = new HashSet<>();
        for (int i = 0; i < verdicts.size(); i++) {
            Window window = station.live().get(i);
            seen++;
            if (verdicts.get(i) instanceof Verdict.Scored scored) {
                judged++;
                Truth truth = Truth.of(station, window);
                count(truth, scored.abnormal());
                EpisodeState before = states.getOrDefault(window.asset(), EpisodeState.initial());
                EpisodeRule.Step step = rule.next(before, window.endNanos(), scored.score());
                states.put(window.asset(), step.state());
                follow(truth, step, window, found);
            }
        }
        faults += (int) station.labels().stream().filter(Tally::counts).count();
        watched = watched.plus(station.lived());
    }

    private void count(Truth truth, boolean abnormal) {
        switch (truth.phase()) {
            case HEALTHY -> falsePositives += abnormal ? 1 : 0;
            case HIDDEN -> {} // nobody could have known
            case DETECTABLE -> {
                truePositives += abnormal ? 1 : 0;
                falseNegatives += abnormal ? 0 : 1;
            }
        }
    }

    private void follow(Truth truth, EpisodeRule.Step step, Window window, Set<String> found) {
        boolean opened =
                step.event().filter(EpisodeRule.Event.Opened.class::isInstance).isPresent();
        if (opened && truth.phase() == Phase.HEALTHY) {
            falseEpisodes++;
        }
        if (step.state().open() && truth.phase() == Phase.DETECTABLE) {
            truth.label()
                    .filter(label -> found.add(label.id()))
                    .flatMap(FaultLabel::detectable)
                    .ifPresent(since -> delays.add(Duration.between(since, end(window))));
        }
    }

    /** How far a machine's fault has come. */
    private enum Phase {
        HEALTHY,
        HIDDEN,
        DETECTABLE
    }

    private record Truth(Phase phase, Optional<FaultLabel> label) {
        static Truth of(PumpStation station, Window window) {
            Optional<FaultLabel> active = station.labels().stream()
                    .filter(Tally::counts)
                    .filter(label -> label.asset().equals(window.asset()))
                    .filter(label -> label.onset().isBefore(end(window)))
                    .findFirst();
            Phase phase = active.map(label -> label.detectable()
                                    .filter(since -> since.isBefore(end(window)))
                                    .isPresent()
                            ? Phase.DETECTABLE
                            : Phase.HIDDEN)
                    .orElse(Phase.HEALTHY);
            return new Truth(phase, active);
        }
    }

    /** Planned faults count; what they bring about in turn belongs to them. */
    private static boolean counts(FaultLabel label) {
        return label.kind() == FaultLabel.Kind.PROCESS
                && label.parent().isEmpty()
                && label.detectable().isPresent();
    }

    private static Instant end(Window window) {
        return Instant.ofEpochSecond(0, window.endNanos());
    }

    int faults() {
        return faults;
    }

    int found() {
        return delays.size();
    }

    int falseEpisodes() {
        return falseEpisodes;
    }

    double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    double recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    double f1() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /** Returns the median time from detectability to discovery in minutes; NaN where nothing was found. */
    double delayMinutes() {
        Collections.sort(delays);
        return delays.isEmpty() ? Double.NaN : delays.get(delays.size() / 2).toSeconds() / 60.0;
    }

    /** Returns the share of windows that were judged at all. */
    double judgedShare() {
        return ratio(judged, seen);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
