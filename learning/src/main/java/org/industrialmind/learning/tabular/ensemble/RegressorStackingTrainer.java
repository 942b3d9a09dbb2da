package org.industrialmind.learning.tabular.ensemble;

import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;
import org.industrialmind.learning.tabular.selection.FoldMethod;
import org.industrialmind.learning.tabular.selection.KFold;
import org.industrialmind.learning.tabular.selection.OutOfFold;
import org.industrialmind.learning.tabular.selection.RowKeys;

/**
 * Lets a judge learn how much to believe each member, from their out-of-fold predictions: the {@link StackingTrainer} of
 * numbers.
 *
 * @param members at least one
 * @param judge what learns from the members' predictions, one column each; a linear method does
 * @param folds at least 2; fewer are dealt where there are fewer rows
 */
public record RegressorStackingTrainer(List<RegressorTrainer> members, RegressorTrainer judge, int folds)
        implements RegressorTrainer {
    public RegressorStackingTrainer {
        members = List.copyOf(members);
        if (members.isEmpty() || folds < 2) {
            throw new IllegalArgumentException("stacking of " + members.size() + " members with " + folds
                    + " folds: expected at least one member and two folds");
        }
    }

    /** Returns stacking with five folds. */
    public static RegressorStackingTrainer of(RegressorTrainer judge, RegressorTrainer... members) {
        return new RegressorStackingTrainer(List.of(members), judge, 5);
    }

    @Override
    public Regressor fit(TargetRows rows, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        List<Regressor> whole = RegressorVotingTrainer.fitAll(members, rows, seeds);
        KFold splitter = new KFold(Math.max(2, Math.min(folds, rows.size())));
        long common = seeds.nextLong();
        double[][] unseen = members.stream()
                .map(member -> OutOfFold.of(FoldMethod.of(member, rows), RowKeys.of(rows.size()), splitter, common)
                        .requireAll()
                        .column(0))
                .toArray(double[][]::new);
        TargetRows heard = TargetRows.weighted(Matrix.ofRows(unseen).transposed(), rows.targets(), rows.weights());
        return new Stacked(whole, judge.fit(heard, seeds.nextLong()));
    }

    private record Stacked(List<Regressor> members, Regressor judge) implements Regressor {
        @Override
        public int columns() {
            return members.getFirst().columns();
        }

        @Override
        public double predict(double[] row) {
            return judge.predict(
                    members.stream().mapToDouble(member -> member.predict(row)).toArray());
        }
    }
}
