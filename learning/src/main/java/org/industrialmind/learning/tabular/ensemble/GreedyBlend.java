package org.industrialmind.learning.tabular.ensemble;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.tabular.selection.Goal;
import org.industrialmind.learning.tabular.selection.Metric;

/**
 * Weights of members that make the best blend, found one pick at a time.
 *
 * <p>Starting from nothing, the member is added that makes the mean of those picked so far score best, again and again; one
 * may be picked several times, which is its weight [1]. Works with any metric, needs no derivative, and cannot overfit much:
 * few picks can express few weights. The best number of picks along the way is kept.
 *
 * <p>Complexity: picks x members x one scoring.
 *
 * <ol>
 *   <li>Caruana, Niculescu-Mizil, Crew and Ksikes 2004, Ensemble selection from libraries of models, ICML.
 * </ol>
 */
public final class GreedyBlend {
    private GreedyBlend() {}

    /**
     * Returns the weight of each member; they sum to 1.
     *
     * @param unseen what each member said of rows it had not seen, each of shape [row, class]
     * @param picks how many; at least 1
     */
    public static List<Double> weights(
            List<Matrix> unseen, int[] labels, Goal goal, Metric.LabelScore score, int picks) {
        if (unseen.isEmpty() || picks < 1) {
            throw new IllegalArgumentException(
                    "seen " + unseen.size() + " members and " + picks + " picks: expected at least one of each");
        }
        int[] counts = new int[unseen.size()];
        int[] bestCounts = counts;
        double bestScore = Double.NaN;
        double[] sum = new double[unseen.getFirst().rows() * unseen.getFirst().columns()];
        for (int pick = 1; pick <= picks; pick++) {
            int chosen = 0;
            double chosenScore = Double.NaN;
            for (int m = 0; m < counts.length; m++) {
                double with = score.of(labels, mean(sum, unseen.get(m), pick));
                if (m == 0 || goal.better(with, chosenScore)) {
                    chosen = m;
                    chosenScore = with;
                }
            }
            counts[chosen]++;
            sum = plus(sum, unseen.get(chosen));
            if (pick == 1 || goal.better(chosenScore, bestScore)) {
                bestCounts = counts.clone();
                bestScore = chosenScore;
            }
        }
        return Committee.shares(
                Arrays.stream(bestCounts).mapToObj(count -> (double) count).toList(), counts.length);
    }

    private static double[] plus(double[] sum, Matrix member) {
        double[] all = member.toArray();
        for (int i = 0; i < all.length; i++) {
            all[i] += sum[i];
        }
        return all;
    }

    private static Matrix mean(double[] sum, Matrix member, int picks) {
        double[] all = plus(sum, member);
        for (int i = 0; i < all.length; i++) {
            all[i] /= picks;
        }
        return Matrix.of(member.rows(), member.columns(), all);
    }
}
