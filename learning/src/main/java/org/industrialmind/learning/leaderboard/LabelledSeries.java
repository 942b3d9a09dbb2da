package org.industrialmind.learning.leaderboard;

import java.time.Duration;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * A series of which the beginning, or a run of its own, is known to be normal, and whose remaining rows somebody has
 * labelled.
 *
 * <p>A missing value is replaced by the last one of its channel: what a watcher would see who looks at the newest reading.
 */
public final class LabelledSeries {
    private final String name;
    private final String group;
    private final Matrix train;
    private final Matrix test;
    private final boolean[] abnormal;
    private final boolean continues;
    private final Duration period;

    /**
     * Makes a series.
     *
     * @param name such as the file it lies in
     * @param group the part of the data set it belongs to, such as the spacecraft; metrics are also given by group
     * @param train normal rows [time, channel], NaN where missing
     * @param test the rows that are judged [time, channel]
     * @param abnormal the label of each test row
     * @param continues whether the test rows go on where the normal rows end; otherwise they are a run of their own
     * @param period time from a row to the next
     * @throws IllegalArgumentException if there are no rows of either kind, the shapes do not fit, or a channel has no value
     *     among the normal rows
     */
    public LabelledSeries(
            String name,
            String group,
            double[][] train,
            double[][] test,
            boolean[] abnormal,
            boolean continues,
            Duration period) {
        require(name, train.length > 0, "no normal rows: expected some to learn from");
        require(name, test.length > 0, "no rows after the normal ones: expected some to be judged");
        require(name, abnormal.length == test.length, abnormal.length + " labels for " + test.length + " rows");
        require(name, period.isPositive(), "period " + period + ": expected a time above 0");
        double[] first = firstValues(name, train);
        this.name = name;
        this.group = group;
        this.train = held(name, train, first);
        this.test = held(name, test, this.train.row(train.length - 1));
        this.abnormal = abnormal.clone();
        this.continues = continues;
        this.period = period;
    }

    private static void require(String name, boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(name + " has " + otherwise);
        }
    }

    private static double[] firstValues(String name, double[][] rows) {
        double[] first = new double[rows[0].length];
        for (int c = 0; c < first.length; c++) {
            int row = 0;
            while (row < rows.length && !Double.isFinite(rows[row][c])) {
                row++;
            }
            require(name, row < rows.length, "no value of channel " + c + " among its normal rows: leave it out");
            first[c] = rows[row][c];
        }
        return first;
    }

    private static Matrix held(String name, double[][] rows, double[] before) {
        double[] last = before.clone();
        double[] values = new double[rows.length * last.length];
        for (int r = 0; r < rows.length; r++) {
            require(name, rows[r].length == last.length, rows[r].length + " values in row " + r + " of " + last.length);
            for (int c = 0; c < last.length; c++) {
                last[c] = Double.isFinite(rows[r][c]) ? rows[r][c] : last[c];
                values[r * last.length + c] = last[c];
            }
        }
        return Matrix.of(rows.length, last.length, values);
    }

    public String name() {
        return name;
    }

    public String group() {
        return group;
    }

    /** Returns the normal rows. Shape: [time, channel]. */
    public Matrix train() {
        return train;
    }

    /** Returns the rows that are judged. Shape: [time, channel]. */
    public Matrix test() {
        return test;
    }

    /** Returns the label of each test row; a copy. */
    public boolean[] abnormal() {
        return abnormal.clone();
    }

    /** Returns whether any test row is labelled abnormal. */
    public boolean hasEvents() {
        for (boolean label : abnormal) {
            if (label) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the test rows go on where the normal rows end; otherwise they are a run of their own. */
    boolean continues() {
        return continues;
    }

    public Duration period() {
        return period;
    }

    /**
     * Returns the test rows with rows in front, so that a scorer has its history where the test begins.
     *
     * <p>They are the last normal rows where the test continues them; where it does not, and nothing else is known, the
     * first test row stands still for as long.
     */
    Matrix testAfter(int rowsInFront) {
        int width = train.columns();
        double[] values = new double[(rowsInFront + test.rows()) * width];
        for (int r = 0; r < rowsInFront; r++) {
            int back = Math.max(0, train.rows() - rowsInFront + r);
            System.arraycopy(continues ? train.row(back) : test.row(0), 0, values, r * width, width);
        }
        System.arraycopy(test.toArray(), 0, values, rowsInFront * width, test.rows() * width);
        return Matrix.of(rowsInFront + test.rows(), width, values);
    }

    /** Returns the same series with other test rows. */
    LabelledSeries withTest(double[][] otherTest, boolean[] otherAbnormal) {
        return new LabelledSeries(name, group, arrays(train), otherTest, otherAbnormal, continues, period);
    }

    /**
     * Returns the normal rows alone, parted in time: the last share of them stands for a test part in which nothing is
     * wrong.
     *
     * @param share in (0, 1)
     */
    public LabelledSeries practice(double share) {
        int rows = train.rows();
        int from = Math.clamp(Math.round(rows * (1 - share)), 1, rows - 1);
        return new LabelledSeries(
                name,
                group,
                arrays(rows(train, 0, from)),
                arrays(rows(train, from, rows)),
                new boolean[rows - from],
                true,
                period);
    }

    /** Returns the rows as arrays. Shape: [time][channel]. */
    static double[][] arrays(Matrix rows) {
        double[][] arrays = new double[rows.rows()][];
        for (int r = 0; r < arrays.length; r++) {
            arrays[r] = rows.row(r);
        }
        return arrays;
    }

    static Matrix rows(Matrix all, int from, int to) {
        int width = all.columns();
        double[] values = new double[(to - from) * width];
        for (int r = from; r < to; r++) {
            System.arraycopy(all.row(r), 0, values, (r - from) * width, width);
        }
        return Matrix.of(to - from, width, values);
    }
}
