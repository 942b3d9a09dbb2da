package org.industrialmind.learning.tabular.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.metrics.RocCurve;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Asks a judge to tell the rows learned from and the rows judged on apart.
 *
 * <p>If it can, the two follow different laws, and a score from shuffled folds does not carry over: choose by a split that
 * looks like the use, such as {@link TimeFolds}. The columns that give the rows away are named, each by its own area; a time
 * stamp or a counter among the columns always does. The standard error is that of [1], which takes the judge as given.
 *
 * <ol>
 *   <li>Hanley and McNeil 1982, The meaning and use of the area under a ROC curve, Radiology 143(1).
 * </ol>
 *
 * @param judge what tells the rows apart; trees see shifts that a linear method misses
 * @param folds so that the judge is asked about rows it has not seen
 */
public record AdversarialValidation(ClassifierTrainer judge, int folds) {
    /** Returns how far the parts of the split differ. Shape: rows [row of the table, column]. */
    public Shift measure(Matrix rows, Split split, long seed) {
        int[] all = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
                .toArray();
        int[] isTest = IntStream.range(0, all.length)
                .map(i -> i < split.trainSize() ? 0 : 1)
                .toArray();
        double[][] values = Arrays.stream(all).mapToObj(rows::row).toArray(double[][]::new);
        LabelledRows labelled = LabelledRows.of(Matrix.ofRows(values), isTest, 2);
        double area = unseenArea(labelled, seed);
        boolean[] positive = positive(isTest);
        List<Shift.ColumnShift> columns = IntStream.range(0, rows.columns())
                .mapToObj(c -> columnShift(labelled.rows(), c, positive))
                .sorted(Comparator.comparingDouble(Shift.ColumnShift::strength).reversed())
                .toList();
        return new Shift(area, standardError(area, split.testSize(), split.trainSize()), columns);
    }

    private double unseenArea(LabelledRows labelled, long seed) {
        OutOfFold unseen = OutOfFold.of(judge, labelled, new StratifiedKFold(folds), seed);
        double[] scores = unseen.requireAll().column(1);
        return RocCurve.of(positive(labelled.labels()), scores).area();
    }

    private static Shift.ColumnShift columnShift(Matrix rows, int column, boolean[] positive) {
        double[] values = Arrays.stream(rows.column(column))
                .map(value -> Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value)
                .toArray();
        return new Shift.ColumnShift(column, RocCurve.of(positive, values).area());
    }

    private static boolean[] positive(int[] labels) {
        boolean[] positive = new boolean[labels.length];
        IntStream.range(0, labels.length).forEach(r -> positive[r] = labels[r] == 1);
        return positive;
    }

    static double standardError(double area, int positives, int negatives) {
        double twoPositives = area / (2 - area); // that two positives both score above one negative
        double twoNegatives = 2 * area * area / (1 + area);
        double variance = (area * (1 - area)
                        + (positives - 1) * (twoPositives - area * area)
                        + (negatives - 1) * (twoNegatives - area * area))
                / ((double) positives * negatives);
        return Math.sqrt(variance);
    }
}
