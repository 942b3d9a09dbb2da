package org.industrialmind.learning.leaderboard;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * What a method gives normal rows that it has not learned from: each block of the normal rows is scored by a scorer which
 * learned from the others.
 *
 * <p>Scores of the rows that were learned from are too small, the more so the fewer rows there are for what is learned:
 * limits set by them raise several times the false alarms they promise. Blocks are unbroken, since neighbours in time are
 * nearly copies of each other.
 */
final class HeldOutScores {
    private static final int BLOCKS = 5;

    private HeldOutScores() {}

    /**
     * Returns the score of each row.
     *
     * @throws IllegalArgumentException if there are too few rows
     */
    static double[] of(RowMethod method, Matrix normal, long seed) {
        int rows = normal.rows();
        if (rows < 2 * BLOCKS) {
            throw new IllegalArgumentException(rows + " normal rows: expected at least " + 2 * BLOCKS
                    + ", so that each of " + BLOCKS + " blocks can be held out");
        }
        double[] scores = new double[rows];
        for (int block = 0; block < BLOCKS; block++) {
            int from = block * rows / BLOCKS;
            int to = (block + 1) * rows / BLOCKS;
            List<Matrix> others = new ArrayList<>();
            if (from > 0) {
                others.add(LabelledSeries.rows(normal, 0, from));
            }
            if (to < rows) {
                others.add(LabelledSeries.rows(normal, to, rows));
            }
            int lead = Math.min(from, method.history());
            double[] all = method.fit(others, seed).scores(LabelledSeries.rows(normal, from - lead, to));
            System.arraycopy(all, lead, scores, from, to - from);
        }
        return scores;
    }
}
