package org.industrialmind.learning.tabular.transform;

/** What is to be predicted of each row learned from. */
public sealed interface Target permits ClassTarget, NumberTarget, NoTarget {
    int size();

    /** Returns the target of these rows, in this order. */
    Target select(int... rows);
}
