package org.industrialmind.learning.tabular.selection;

/** A method with settings left open: gives the method that a candidate stands for. */
@FunctionalInterface
public interface TunableMethod {
    /** @throws IllegalArgumentException if the candidate's settings make no method */
    FoldMethod with(Candidate candidate);
}
