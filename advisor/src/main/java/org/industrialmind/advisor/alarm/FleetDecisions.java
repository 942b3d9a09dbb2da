package org.industrialmind.advisor.alarm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.decision.FdrState;
import org.industrialmind.learning.decision.FleetWatch;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Suspect;

/**
 * Lets the policy of a model have the last word on its assessments: what has added up over time, and what the whole fleet can
 * afford to call abnormal.
 *
 * <p>What is remembered of a machine is in its {@link EpisodeWatch}, what is remembered of a fleet here, by the name of the
 * model; both are kept in the transaction that takes the assessments in.
 */
final class FleetDecisions {
    private final PolicySource policies;
    private final Map<String, FdrState> fleets;

    FleetDecisions(PolicySource policies, Map<String, FdrState> fleets) {
        this.policies = policies;
        this.fleets = new HashMap<>(fleets);
    }

    /** The watch and the assessment as the policy sees them; the same ones where there is no policy. */
    record Decided(EpisodeWatch watch, Assessment assessment) {}

    Decided next(EpisodeWatch watch, Assessment assessment) {
        if (EpisodeTracker.repeated(watch, assessment)) {
            return new Decided(watch, assessment);
        }
        return switch (assessment) {
            case Assessment.NotAssessable unseen -> new Decided(watch, unseen);
            case Assessment.Normal normal ->
                decided(
                        watch,
                        normal,
                        new Assessment.Abnormal(
                                normal.asset(), normal.windowEndNanos(), normal.model(), normal.score(), List.of()));
            case Assessment.Abnormal abnormal -> decided(watch, abnormal, abnormal);
        };
    }

    /** @param loud the assessment as it would be if the policy found it abnormal, but for the score */
    private Decided decided(EpisodeWatch watch, Assessment assessment, Assessment.Abnormal loud) {
        ModelRef model = loud.model();
        FdrState fleet = fleets.getOrDefault(model.name(), FdrState.initial());
        FleetWatch.Judged judged =
                new FleetWatch.Judged(loud.asset(), loud.windowEndNanos(), loud.score(), loud.suspect());
        boolean open = watch.running().stream().anyMatch(episode -> episode.suspect() != Suspect.SENSOR);
        return policies.of(model)
                .flatMap(policy -> new FleetWatch(policy).next(watch.under(model), fleet, judged, open))
                .map(decided -> {
                    if (!decided.fleet().equals(fleet)) {
                        fleets.put(model.name(), decided.fleet());
                    }
                    return new Decided(watch.decided(model, decided.machine()), told(loud, decided.relative()));
                })
                .orElse(new Decided(watch, assessment));
    }

    private static Assessment told(Assessment.Abnormal loud, double relative) {
        return relative > 1
                ? new Assessment.Abnormal(
                        loud.asset(),
                        loud.windowEndNanos(),
                        loud.model(),
                        relative,
                        loud.contributions(),
                        loud.suspect())
                : new Assessment.Normal(loud.asset(), loud.windowEndNanos(), loud.model(), relative);
    }

    /** Returns what is remembered of each fleet now. */
    Map<String, FdrState> fleets() {
        return Map.copyOf(fleets);
    }
}
