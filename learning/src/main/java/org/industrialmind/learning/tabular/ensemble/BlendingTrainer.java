package org.industrialmind.learning.tabular.ensemble;

import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.metrics.ProbabilityMetrics;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.learning.tabular.selection.Goal;
import org.industrialmind.learning.tabular.selection.Metric;

/**
 * Averages different methods with weights found by {@link GreedyBlend} on out-of-fold predictions.
 *
 * @param members at least one
 * @param goal whether more of the score is better
 * @param score what the blend is made best by; row weights play no part in it
 * @param picks of the greedy selection; a weight is a multiple of one over them
 * @param folds at least 2; fewer are dealt where there are fewer rows
 */
public record BlendingTrainer(List<ClassifierTrainer> members, Goal goal, Metric.LabelScore score, int picks, int folds)
        implements ClassifierTrainer {
    public BlendingTrainer {
        members = List.copyOf(members);
        if (members.isEmpty() || picks < 1 || folds < 2) {
            throw new IllegalArgumentException("a blend of " + members.size() + " members by " + picks + " picks on "
                    + folds + " folds: expected at least one member, one pick and two folds");
        }
    }

    /** Returns the blend of least log loss, by twenty picks on five folds. */
    public static BlendingTrainer of(ClassifierTrainer... members) {
        return new BlendingTrainer(List.of(members), Goal.LOWEST, ProbabilityMetrics::logLoss, 20, 5);
    }

    @Override
    public Committee fit(LabelledRows rows, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        List<Classifier> whole = VotingTrainer.fitAll(members, rows, seeds);
        List<Double> weights = GreedyBlend.weights(
                List.of(StackingTrainer.unseen(members, rows, folds, seeds.nextLong())),
                rows.labels(),
                goal,
                score,
                picks);
        return new Committee(whole, weights, Vote.SOFT);
    }
}
