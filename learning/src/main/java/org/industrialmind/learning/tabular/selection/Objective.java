package org.industrialmind.learning.tabular.selection;

/**
 * What a search makes best. Every candidate gets the same seed, and so the same folds: candidates are compared on equal luck.
 */
@FunctionalInterface
public interface Objective {
    /** @throws IllegalArgumentException if nothing can be learned with this candidate; the trial is noted as failed */
    double score(Candidate candidate, Effort effort, long seed);
}
