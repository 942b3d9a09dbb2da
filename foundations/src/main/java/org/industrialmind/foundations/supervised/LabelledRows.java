package org.industrialmind.foundations.supervised;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * Rows whose class is known: what a {@link ClassifierTrainer} learns from.
 *
 * <p>Shape: rows [row, column], labels and weights [row]. A label is a number from 0 to classes - 1; a class may be absent
 * from the rows, so that a part of a table keeps the classes of the whole. NaN marks a missing value; a method that cannot
 * live with one asks for {@link #requireComplete()}.
 */
public final class LabelledRows {
    private final Matrix rows;
    private final int[] labels;
    private final double[] weights;
    private final int classes;

    private LabelledRows(Matrix rows, int[] labels, double[] weights, int classes) {
        this.rows = rows;
        this.labels = labels;
        this.weights = weights;
        this.classes = classes;
    }

    /**
     * Takes rows of equal weight.
     *
     * @param classes how many classes there are; at least 1
     * @throws IllegalArgumentException if there is not one label for each row, a label is outside [0, classes), or a value
     *     is infinite
     */
    public static LabelledRows of(Matrix rows, int[] labels, int classes) {
        double[] weights = new double[labels.length];
        Arrays.fill(weights, 1);
        return weighted(rows, labels, weights, classes);
    }

    /**
     * Takes rows that count as often as their weight says.
     *
     * @throws IllegalArgumentException as {@link #of}, or if a weight is negative or no number, or all are 0
     */
    public static LabelledRows weighted(Matrix rows, int[] labels, double[] weights, int classes) {
        RowChecks.requireLength("label", labels.length, rows);
        for (int r = 0; r < labels.length; r++) {
            if (labels[r] < 0 || labels[r] >= classes) {
                throw new IllegalArgumentException(
                        "the label of row " + r + " is " + labels[r] + ": expected a class from 0 to " + (classes - 1));
            }
        }
        RowChecks.requireWeights(weights, rows);
        RowChecks.requireNoInfinity(rows);
        return new LabelledRows(rows, labels.clone(), weights.clone(), classes);
    }

    public Matrix rows() {
        return rows;
    }

    public int size() {
        return rows.rows();
    }

    public int columns() {
        return rows.columns();
    }

    public int classes() {
        return classes;
    }

    public int label(int row) {
        return labels[row];
    }

    /** Returns all labels; a copy. */
    public int[] labels() {
        return labels.clone();
    }

    public double weight(int row) {
        return weights[row];
    }

    /** Returns all weights; a copy. */
    public double[] weights() {
        return weights.clone();
    }

    /** Returns the weight of each class over all rows. Shape: [class]. */
    public double[] classWeights() {
        double[] sums = new double[classes];
        for (int r = 0; r < labels.length; r++) {
            sums[labels[r]] += weights[r];
        }
        return sums;
    }

    /** Returns the rows at these positions, in this order; a position may come more than once. */
    public LabelledRows select(int[] positions) {
        int[] chosenLabels = new int[positions.length];
        double[] chosenWeights = new double[positions.length];
        for (int i = 0; i < positions.length; i++) {
            chosenLabels[i] = labels[positions[i]];
            chosenWeights[i] = weights[positions[i]];
        }
        return weighted(RowChecks.select(rows, positions), chosenLabels, chosenWeights, classes);
    }

    /**
     * Returns these rows.
     *
     * @throws IllegalArgumentException if a value is missing; the message names its position
     */
    public LabelledRows requireComplete() {
        rows.requireFinite();
        return this;
    }
}
