package org.industrialmind.learning.leaderboard;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.novelty.NoveltyMethod;
import org.industrialmind.learning.novelty.SeriesNovelty;

/**
 * A method of the product's own detectors, put to plain series: a row is judged by the window that ends with it.
 *
 * <p>Stretches are laid end to end to learn from, so the few windows across a seam are of rows that never met.
 *
 * @param rows of a window, at least 1
 */
public record NoveltyRows(NoveltyMethod method, int rows) implements RowMethod {
    @Override
    public String name() {
        return method.kind() + "-" + rows;
    }

    @Override
    public int history() {
        return rows - 1;
    }

    @Override
    public RowScorer fit(List<Matrix> normal, long seed) {
        SeriesNovelty novelty = SeriesNovelty.learn(method, joined(normal), rows, seed);
        return series -> withBeginning(novelty.scores(series));
    }

    /** Gives the rows before the first whole window its score: a 0 would be taken for the most normal row of all. */
    private double[] withBeginning(double[] scores) {
        int first = Math.min(history(), scores.length - 1);
        Arrays.fill(scores, 0, first, scores[first]);
        return scores;
    }

    private static Matrix joined(List<Matrix> stretches) {
        int width = stretches.getFirst().columns();
        int count = stretches.stream().mapToInt(Matrix::rows).sum();
        double[] values = new double[count * width];
        int at = 0;
        for (Matrix stretch : stretches) {
            double[] own = stretch.toArray();
            System.arraycopy(own, 0, values, at, own.length);
            at += own.length;
        }
        return Matrix.of(count, width, values);
    }
}
