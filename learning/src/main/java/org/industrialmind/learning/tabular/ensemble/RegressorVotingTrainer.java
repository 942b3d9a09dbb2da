package org.industrialmind.learning.tabular.ensemble;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Lets different methods learn from the same rows and averages them: the {@link VotingTrainer} of numbers.
 *
 * @param members at least one
 * @param weights one for each member; scaled to sum 1
 */
public record RegressorVotingTrainer(List<RegressorTrainer> members, List<Double> weights) implements RegressorTrainer {
    public RegressorVotingTrainer {
        members = List.copyOf(members);
        weights = Committee.shares(weights, members.size());
    }

    /** Returns the plain mean of the members. */
    public static RegressorVotingTrainer of(RegressorTrainer... members) {
        return new RegressorVotingTrainer(List.of(members), Collections.nCopies(members.length, 1.0));
    }

    @Override
    public RegressorCommittee fit(TargetRows rows, long seed) {
        return new RegressorCommittee(fitAll(members, rows, new SplittableRandom(seed)), weights);
    }

    static List<Regressor> fitAll(List<RegressorTrainer> trainers, TargetRows rows, SplittableRandom seeds) {
        return trainers.stream()
                .map(trainer -> (Regressor) trainer.fit(rows, seeds.nextLong()))
                .toList();
    }
}
