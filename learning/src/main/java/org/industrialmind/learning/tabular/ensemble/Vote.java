package org.industrialmind.learning.tabular.ensemble;

/** How the answers of several classifiers are put together. */
public enum Vote {
    /** The mean of their probabilities: the better one where the probabilities can be trusted. */
    SOFT,
    /** The share of them that finds each class the most probable: what sure fools cannot overrule. */
    HARD
}
