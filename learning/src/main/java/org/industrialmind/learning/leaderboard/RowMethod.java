package org.industrialmind.learning.leaderboard;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;

/** A way to learn from normal rows of a plain series [time, channel] what is unusual. */
public interface RowMethod {
    /** Returns the name that reports give it, with whatever setting tells it from its like. */
    String name();

    /** Returns how many rows before a row its score looks back on, from 0. */
    int history();

    /** Returns whether anything is drawn, so that another seed may give another scorer. */
    default boolean draws() {
        return true;
    }

    /**
     * Learns.
     *
     * @param normal unbroken stretches of rows in order of time, each [time, channel] and without gaps
     * @param seed of whatever is drawn; the same rows and seed give the same scorer
     * @throws IllegalArgumentException if the rows are too few to learn from; the message says how many are needed
     */
    RowScorer fit(List<Matrix> normal, long seed);
}
