package org.industrialmind.learning.tabular.selection;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Predictions of rows by methods that had not seen them. A row judged several times has the mean of its predictions; a row
 * that was never judged, like the first in time, has none.
 */
public final class OutOfFold {
    private final int size;
    private final int[] rows;
    private final Matrix predictions;

    private OutOfFold(int size, int[] rows, Matrix predictions) {
        this.size = size;
        this.rows = rows;
        this.predictions = predictions;
    }

    /** Returns the class probabilities of labelled rows, each by a classifier that had not seen it. */
    public static OutOfFold of(ClassifierTrainer trainer, LabelledRows rows, Splitter splitter, long seed) {
        return of(FoldMethod.of(trainer, rows), RowKeys.ofLabels(rows.labels()), splitter, seed);
    }

    /** Returns what the method predicts for each row that a split judges on. */
    public static OutOfFold of(FoldMethod method, RowKeys rows, Splitter splitter, long seed) {
        SplittableRandom draws = new SplittableRandom(seed);
        Gathering gathering = new Gathering(rows.size());
        for (Split split : splitter.split(rows, draws.nextLong())) {
            gathering.add(split.test(), CrossValidation.predict(method, split, draws.nextLong()));
        }
        return gathering.gathered();
    }

    /** Returns the positions that were judged, in ascending order; a copy. */
    public int[] rows() {
        return rows.clone();
    }

    /** Returns the predictions of the judged rows. Shape: [judged row, output]. */
    public Matrix predictions() {
        return predictions;
    }

    /**
     * Returns the predictions of all rows. Shape: [row, output].
     *
     * @throws IllegalArgumentException if a row was never judged
     */
    public Matrix requireAll() {
        if (rows.length < size) {
            throw new IllegalArgumentException("only " + rows.length + " of " + size
                    + " rows were judged: expected a splitter that judges each row, such as k folds");
        }
        return predictions;
    }

    /** Gathers predictions fold after fold. */
    static final class Gathering {
        private final double[][] sums;
        private final int[] times;

        Gathering(int size) {
            sums = new double[size][];
            times = new int[size];
        }

        void add(int[] test, Matrix predicted) {
            for (int i = 0; i < test.length; i++) {
                double[] row = predicted.row(i);
                int at = test[i];
                times[at]++;
                sums[at] = times[at] == 1 ? row : plus(sums[at], row);
            }
        }

        private static double[] plus(double[] sum, double[] row) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += row[k];
            }
            return sum;
        }

        OutOfFold gathered() {
            int[] judged = IntStream.range(0, sums.length)
                    .filter(row -> times[row] > 0)
                    .toArray();
            double[][] means = Arrays.stream(judged)
                    .mapToObj(row -> Arrays.stream(sums[row])
                            .map(sum -> sum / times[row])
                            .toArray())
                    .toArray(double[][]::new);
            return new OutOfFold(sums.length, judged, Matrix.ofRows(means));
        }
    }
}
