package org.industrialmind.advisor.prognosis;

import java.util.Optional;
import org.industrialmind.learning.anomaly.EpisodeState;
import org.industrialmind.learning.prognosis.path.ConditionPath;
import org.industrialmind.signal.ModelRef;

/**
 * What is remembered of one machine's path and one detector between two windows; kept in the database as JSON.
 *
 * @param rule the state of the rule that opens and closes episodes
 * @param path levels (log of the score relative to the limit) since the open episode began, if one is open
 * @param model the version that judged the last window, if any was judged
 */
public record PathWatch(EpisodeState rule, Optional<ConditionPath> path, Optional<ModelRef> model) {

    /** Returns what is remembered of a machine of which nothing has been seen. */
    public static PathWatch initial() {
        return new PathWatch(EpisodeState.initial(), Optional.empty(), Optional.empty());
    }

    /** Returns the same after the end of its episode. */
    PathWatch ended() {
        return new PathWatch(rule.ended(), Optional.empty(), model);
    }

    /** Returns the same without the path, as of a machine that is well. */
    PathWatch pathless() {
        return new PathWatch(rule, Optional.empty(), model);
    }
}
