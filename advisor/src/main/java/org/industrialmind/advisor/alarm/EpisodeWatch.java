package org.industrialmind.advisor.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.anomaly.EpisodeState;
import org.industrialmind.learning.decision.DecisionState;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Suspect;

/**
 * What is remembered of one machine and one detector between two windows; kept in the database as JSON.
 *
 * @param rule the state of the rule that opens and closes episodes
 * @param glimpses abnormal windows that may turn out to belong to the next episode; empty while one is open
 * @param running the open episode, if there is one
 * @param policy what the model's own policy remembers; empty where it has none
 */
record EpisodeWatch(
        EpisodeState rule, List<Glimpse> glimpses, Optional<RunningEpisode> running, Optional<PolicyWatch> policy) {
    private static final int MAX_GLIMPSES = 64; // as far as a rule may look back

    EpisodeWatch {
        glimpses = List.copyOf(glimpses);
    }

    static EpisodeWatch initial() {
        return new EpisodeWatch(EpisodeState.initial(), List.of(), Optional.empty(), Optional.empty());
    }

    /** The state under a policy, and the version whose policy it is: that of another begins anew. */
    record PolicyWatch(ModelRef model, DecisionState state) {}

    /** Returns the state under the policy of that version. */
    DecisionState under(ModelRef model) {
        return policy.filter(watch -> watch.model().equals(model))
                .map(PolicyWatch::state)
                .orElse(DecisionState.initial());
    }

    EpisodeWatch decided(ModelRef model, DecisionState state) {
        return new EpisodeWatch(rule, glimpses, running, Optional.of(new PolicyWatch(model, state)));
    }

    /** One abnormal window. */
    record Glimpse(long endNanos, ModelRef model, double score, List<Contribution> contributions, Suspect suspect) {
        Glimpse {
            contributions = List.copyOf(contributions);
        }

        static Glimpse of(Assessment.Abnormal abnormal) {
            return new Glimpse(
                    abnormal.windowEndNanos(),
                    abnormal.model(),
                    abnormal.score(),
                    abnormal.contributions(),
                    abnormal.suspect());
        }
    }

    EpisodeWatch glimpsed(EpisodeState next, Glimpse glimpse) {
        List<Glimpse> all = new ArrayList<>(glimpses);
        all.add(glimpse);
        return new EpisodeWatch(
                next, all.subList(Math.max(0, all.size() - MAX_GLIMPSES), all.size()), Optional.empty(), policy);
    }

    /** Goes on without an episode; glimpses that the rule no longer remembers are dropped. */
    EpisodeWatch idle(EpisodeState next) {
        long oldest = next.recent().isEmpty() ? Long.MAX_VALUE : next.recent().getFirst();
        return new EpisodeWatch(
                next, glimpses.stream().filter(g -> g.endNanos() >= oldest).toList(), Optional.empty(), policy);
    }

    EpisodeWatch running(EpisodeState next, RunningEpisode episode) {
        return new EpisodeWatch(next, List.of(), Optional.of(episode), policy);
    }
}
