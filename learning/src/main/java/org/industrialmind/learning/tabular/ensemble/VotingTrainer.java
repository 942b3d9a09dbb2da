package org.industrialmind.learning.tabular.ensemble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Lets different methods learn from the same rows and vote.
 *
 * <p>Gains where members are about equally good and err on different rows; loses where one is much better, unless the
 * weights say so. Weights are settings: choose them by cross-validation, or let {@link BlendingTrainer} find them.
 *
 * @param members at least one
 * @param weights one for each member; scaled to sum 1
 */
public record VotingTrainer(List<ClassifierTrainer> members, List<Double> weights, Vote vote)
        implements ClassifierTrainer {
    public VotingTrainer {
        members = List.copyOf(members);
        weights = Committee.shares(weights, members.size());
    }

    /** Returns a vote of members of equal weight, by their probabilities. */
    public static VotingTrainer of(ClassifierTrainer... members) {
        return new VotingTrainer(List.of(members), Collections.nCopies(members.length, 1.0), Vote.SOFT);
    }

    @Override
    public Committee fit(LabelledRows rows, long seed) {
        return new Committee(fitAll(members, rows, new SplittableRandom(seed)), weights, vote);
    }

    static List<Classifier> fitAll(List<ClassifierTrainer> trainers, LabelledRows rows, SplittableRandom seeds) {
        List<Classifier> fitted = new ArrayList<>();
        for (ClassifierTrainer trainer : trainers) {
            fitted.add(trainer.fit(rows, seeds.nextLong()));
        }
        return fitted;
    }
}
