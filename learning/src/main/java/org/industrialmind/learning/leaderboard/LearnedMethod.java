package org.industrialmind.learning.leaderboard;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * A method that has learned the normal rows of one series: its scores on a scale that all methods have in common.
 *
 * <p>The scale is that of the logarithms of its {@linkplain HeldOutScores held-out scores}: squared distances are skewed,
 * their logarithms about normal, and a score a thousand times the usual one should count for more than its neighbour but not
 * for a thousand of them.
 */
final class LearnedMethod {
    private final RowMethod method;
    private final RowScorer scorer;
    private final Spread spread;
    private final double[] heldOut;

    LearnedMethod(RowMethod method, Matrix normal, long seed) {
        double[] scores = HeldOutScores.of(method, normal, seed);
        this.method = method;
        this.scorer = method.fit(List.of(normal), seed);
        this.spread = Spread.ofLogarithms(scores);
        this.heldOut = spread.ofLogarithm(scores);
    }

    /** Returns the score of each normal row by a scorer that has not learned from it. */
    double[] heldOut() {
        return heldOut;
    }

    /** Returns the score of each test row. */
    double[] scores(LabelledSeries series) {
        int lead = method.history();
        double[] all = spread.ofLogarithm(scorer.scores(series.testAfter(lead)));
        return Arrays.copyOfRange(all, lead, all.length);
    }
}
