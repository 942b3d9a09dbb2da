package org.industrialmind.advisor.alarm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.decision.FdrState;
import org.industrialmind.learning.decision.FleetWatch;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
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
                policies.of(normal.model())
                        .map(policy -> decided(
                                policy,
                                watch,
                                new Judged(normal, normal.model(), normal.score()),
                                List.of(),
                                Suspect.UNDETERMINED))
                        .orElse(new Decided(watch, normal));
            case Assessment.Abnormal abnormal ->
                policies.of(abnormal.model())
                        .map(policy -> decided(
                                policy,
                                watch,
                                new Judged(abnormal, abnormal.model(), abnormal.score()),
                                abnormal.contributions(),
                                abnormal.suspect()))
                        .orElse(new Decided(watch, abnormal));
        };
    }

    private record Judged(Assessment assessment, ModelRef model, double score) {}

    private Decided decided(
            DecisionPolicy policy,
            EpisodeWatch watch,
            Judged judged,
            List<Contribution> contributions,
            Suspect suspect) {
        AssetId asset = judged.assessment().asset();
        long end = judged.assessment().windowEndNanos();
        ModelRef model = judged.model();
        FleetWatch.Decided decided = new FleetWatch(policy)
                .next(
                        watch.under(model),
                        fleets.getOrDefault(model.name(), FdrState.initial()),
                        asset,
                        end,
                        watch.running().isPresent(),
                        judged.score());
        if (policy.fleet().isPresent()) {
            fleets.put(model.name(), decided.fleet());
        }
        Assessment last = decided.relative() > 1
                ? new Assessment.Abnormal(asset, end, model, decided.relative(), contributions, suspect)
                : new Assessment.Normal(asset, end, model, decided.relative());
        return new Decided(watch.decided(model, decided.machine()), last);
    }

    /** Returns what is remembered of each fleet now. */
    Map<String, FdrState> fleets() {
        return Map.copyOf(fleets);
    }
}
