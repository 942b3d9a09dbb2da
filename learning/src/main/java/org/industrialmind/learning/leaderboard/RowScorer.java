package org.industrialmind.learning.leaderboard;

import org.industrialmind.foundations.algebra.Matrix;

/** Scores rows one after the other, each by itself and those before it: nothing is known ahead of time. */
@FunctionalInterface
public interface RowScorer {
    /**
     * Returns the score of each row, from 0 and finite; larger is more unusual.
     *
     * <p>Rows that lack the history the method asks for are scored as well as can be.
     *
     * @param rows an unbroken stretch [time, channel] of as many channels as were learned
     */
    double[] scores(Matrix rows);
}
