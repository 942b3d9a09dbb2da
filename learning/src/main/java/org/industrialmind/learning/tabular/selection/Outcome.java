package org.industrialmind.learning.tabular.selection;

/** How a trial ended. */
public sealed interface Outcome {
    /** It was judged to the end. */
    record Scored(double score) implements Outcome {}

    /** It was given up, being worse than half of the others at this step. */
    record GivenUp(double soFar, int steps) implements Outcome {}

    /** The method could not learn with these settings. */
    record Failed(String reason) implements Outcome {}
}
