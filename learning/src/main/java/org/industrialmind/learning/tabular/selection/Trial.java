package org.industrialmind.learning.tabular.selection;

/**
 * One candidate that was tried.
 *
 * @param number in the order of trying, from 0
 * @param budget what it was allowed, in the unit of the search; 1 where there is no budget
 */
public record Trial(int number, Candidate candidate, double budget, Outcome outcome) {
    /** Returns the score, NaN unless the trial was judged to the end. */
    public double score() {
        return outcome instanceof Outcome.Scored scored ? scored.score() : Double.NaN;
    }
}
