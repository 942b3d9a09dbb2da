package org.industrialmind.learning.tabular.selection;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Proposes the next candidate from what the trials so far have shown. */
@FunctionalInterface
public interface Sampler {
    /** Returns the next candidate; empty if there is nothing left to try. */
    Optional<Candidate> next(Space space, SearchLog before, SplittableRandom random);

    /**
     * Returns the sampler that draws evenly: hard to beat with many parameters of which few matter.
     *
     * @see "Bergstra and Bengio 2012, Random search for hyper-parameter optimization, JMLR 13"
     */
    static Sampler random() {
        return (space, before, random) -> Optional.of(space.draw(random));
    }

    /** Returns the sampler that proposes these in turn and ends with the last: a grid ({@link Space#grid}), or old friends. */
    static Sampler listed(List<Candidate> candidates) {
        List<Candidate> all = List.copyOf(candidates);
        return (space, before, random) ->
                all.stream().skip(before.trials().size()).findFirst();
    }
}
