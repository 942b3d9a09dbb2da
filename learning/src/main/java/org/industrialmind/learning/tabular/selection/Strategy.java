package org.industrialmind.learning.tabular.selection;

import java.util.function.Consumer;

/** A way of looking for the best candidate. The same objective and seed give the same log. */
public interface Strategy {
    /**
     * Looks for the best candidate.
     *
     * @param progress is told of each trial as it ends
     */
    SearchLog run(Objective objective, Goal goal, Consumer<Trial> progress, long seed);

    default SearchLog run(Objective objective, Goal goal, long seed) {
        return run(objective, goal, trial -> {}, seed);
    }
}
