package org.industrialmind.advisor.alarm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.industrialmind.learning.anomaly.EpisodeState;
import org.industrialmind.signal.Assessment;

/**
 * Which detectors have judged a machine for the same purpose. One that another follows is forsaken: nobody would ever tell
 * it that the machine is well again, so what it has begun ends. If the machine is not well, the other begins anew.
 */
public final class Judges {
    private final Map<AlarmPoint, List<AlarmPoint>> ofSamePurpose;

    public Judges(Set<AlarmPoint> watched) {
        this.ofSamePurpose = watched.stream().collect(Collectors.groupingBy(AlarmPoint::ofAnyModel));
    }

    /**
     * Returns those that have not judged the machine since before the window that this one has judged.
     *
     * @param watches what is remembered of each detector
     * @param rule the state of its rule for episodes
     */
    public <W> Map<AlarmPoint, W> forsaken(
            AlarmPoint judge, Assessment assessment, Map<AlarmPoint, W> watches, Function<W, EpisodeState> rule) {
        Map<AlarmPoint, W> forsaken = new LinkedHashMap<>();
        for (AlarmPoint other : ofSamePurpose.getOrDefault(judge.ofAnyModel(), List.of())) {
            W watch = watches.get(other);
            if (watch != null && !other.equals(judge) && rule.apply(watch).lastNanos() < assessment.windowEndNanos()) {
                forsaken.put(other, watch);
            }
        }
        return forsaken;
    }
}
