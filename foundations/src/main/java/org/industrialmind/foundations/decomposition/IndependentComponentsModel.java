package org.industrialmind.foundations.decomposition;

import org.industrialmind.foundations.algebra.Matrix;

/** How to unmix rows into sources, and to mix them again. */
public final class IndependentComponentsModel {
    private final PrincipalComponentsModel white;
    private final Matrix turn;
    private final int iterations;
    private final boolean settled;

    IndependentComponentsModel(PrincipalComponentsModel white, Matrix turn, int iterations, boolean settled) {
        this.white = white;
        this.turn = turn;
        this.iterations = iterations;
        this.settled = settled;
    }

    /** Returns the sources, each of variance 1. Shape: [row, column] -> [row, component]. */
    public Matrix sources(Matrix rows) {
        return white.transform(rows).timesTransposed(turn);
    }

    /** Returns the rows that the sources make. Shape: [row, component] -> [row, column]. */
    public Matrix mixed(Matrix sources) {
        return white.inverse(sources.times(turn));
    }

    /** Returns how many steps were taken. */
    public int iterations() {
        return iterations;
    }

    /** Tells whether the directions had come to rest, or the steps had run out. */
    public boolean settled() {
        return settled;
    }
}
