package org.industrialmind.learning.tabular.ensemble;

import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.learning.tabular.selection.OutOfFold;
import org.industrialmind.learning.tabular.selection.StratifiedKFold;

/**
 * Lets a judge learn whom to believe, and when.
 *
 * <p>The judge's columns are what the members say of rows that they had not seen: out-of-fold probabilities, or it would learn
 * to believe the one that remembers best [1]. The members that are kept learn from all rows. A simple judge does, such as a
 * logistic regression with some penalty; members may be many and alike.
 *
 * <p>Probabilities of the first class are left out of the columns, since the others say them already. All members are judged
 * on the same folds. Costs folds + 1 fits of each member.
 *
 * <ol>
 *   <li>Wolpert 1992, Stacked generalization, Neural Networks 5(2).
 *   <li>Ting and Witten 1999, Issues in stacked generalization, JAIR 10: probabilities, not labels, and a linear judge.
 * </ol>
 *
 * @param members at least one
 * @param judge what learns from the members' probabilities
 * @param folds at least 2; fewer are dealt where there are fewer rows
 * @param rowsToo whether the judge sees the columns of the rows as well: it can then trust different members in different
 *     places, and overfit
 */
public record StackingTrainer(List<ClassifierTrainer> members, ClassifierTrainer judge, int folds, boolean rowsToo)
        implements ClassifierTrainer {
    public StackingTrainer {
        members = List.copyOf(members);
        if (members.isEmpty() || folds < 2) {
            throw new IllegalArgumentException("stacking of " + members.size() + " members with " + folds
                    + " folds: expected at least one member and two folds");
        }
    }

    /** Returns stacking with five folds, the judge seeing the members alone. */
    public static StackingTrainer of(ClassifierTrainer judge, ClassifierTrainer... members) {
        return new StackingTrainer(List.of(members), judge, 5, false);
    }

    @Override
    public Classifier fit(LabelledRows rows, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        List<Classifier> whole = VotingTrainer.fitAll(members, rows, seeds);
        Matrix[] unseen = unseen(members, rows, folds, seeds.nextLong());
        double[][] columns = new double[rows.size()][];
        for (int r = 0; r < columns.length; r++) {
            double[][] said = new double[unseen.length][];
            for (int m = 0; m < said.length; m++) {
                said[m] = unseen[m].row(r);
            }
            columns[r] = columns(said, rows.rows().row(r), rowsToo);
        }
        LabelledRows heard =
                LabelledRows.weighted(Matrix.ofRows(columns), rows.labels(), rows.weights(), rows.classes());
        return new Stacked(whole, judge.fit(heard, seeds.nextLong()), rowsToo);
    }

    /** Returns what each member says of rows it had not seen, all on the same folds. Shape: [member] of [row, class]. */
    static Matrix[] unseen(List<ClassifierTrainer> members, LabelledRows rows, int folds, long seed) {
        StratifiedKFold splitter = new StratifiedKFold(Math.max(2, Math.min(folds, rows.size())));
        return members.stream()
                .map(member -> OutOfFold.of(member, rows, splitter, seed).requireAll())
                .toArray(Matrix[]::new);
    }

    private static double[] columns(double[][] said, double[] row, boolean rowsToo) {
        int classes = said[0].length;
        int first = Math.min(1, classes - 1);
        int each = classes - first;
        double[] columns = new double[said.length * each + (rowsToo ? row.length : 0)];
        for (int m = 0; m < said.length; m++) {
            System.arraycopy(said[m], first, columns, m * each, each);
        }
        if (rowsToo) {
            System.arraycopy(row, 0, columns, said.length * each, row.length);
        }
        return columns;
    }

    private record Stacked(List<Classifier> members, Classifier judge, boolean rowsToo) implements Classifier {
        @Override
        public int columns() {
            return members.getFirst().columns();
        }

        @Override
        public int classes() {
            return judge.classes();
        }

        @Override
        public double[] probabilities(double[] row) {
            double[][] said =
                    members.stream().map(member -> member.probabilities(row)).toArray(double[][]::new);
            return judge.probabilities(StackingTrainer.columns(said, row, rowsToo));
        }
    }
}
