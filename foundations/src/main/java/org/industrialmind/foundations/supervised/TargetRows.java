package org.industrialmind.foundations.supervised;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * Rows whose number is known: what a {@link RegressorTrainer} learns from.
 *
 * <p>Shape: rows [row, column], targets and weights [row]. NaN marks a missing value in the rows; a target is always
 * finite.
 */
public final class TargetRows {
    private final Matrix rows;
    private final double[] targets;
    private final double[] weights;

    private TargetRows(Matrix rows, double[] targets, double[] weights) {
        this.rows = rows;
        this.targets = targets;
        this.weights = weights;
    }

    /**
     * Takes rows of equal weight.
     *
     * @throws IllegalArgumentException if there is not one target for each row, a target is not finite, or a value is
     *     infinite
     */
    public static TargetRows of(Matrix rows, double[] targets) {
        double[] weights = new double[targets.length];
        Arrays.fill(weights, 1);
        return weighted(rows, targets, weights);
    }

    /**
     * Takes rows that count as often as their weight says.
     *
     * @throws IllegalArgumentException as {@link #of}, or if a weight is negative or no number, or all are 0
     */
    public static TargetRows weighted(Matrix rows, double[] targets, double[] weights) {
        RowChecks.requireLength("target", targets.length, rows);
        for (int r = 0; r < targets.length; r++) {
            if (!Double.isFinite(targets[r])) {
                throw new IllegalArgumentException("the target of row " + r + " is " + targets[r]
                        + ": expected a finite number; leave out rows without one");
            }
        }
        RowChecks.requireWeights(weights, rows);
        RowChecks.requireNoInfinity(rows);
        return new TargetRows(rows, targets.clone(), weights.clone());
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

    public double target(int row) {
        return targets[row];
    }

    /** Returns all targets; a copy. */
    public double[] targets() {
        return targets.clone();
    }

    public double weight(int row) {
        return weights[row];
    }

    /** Returns all weights; a copy. */
    public double[] weights() {
        return weights.clone();
    }

    /** Returns the rows at these positions, in this order; a position may come more than once. */
    public TargetRows select(int[] positions) {
        double[] chosenTargets = new double[positions.length];
        double[] chosenWeights = new double[positions.length];
        for (int i = 0; i < positions.length; i++) {
            chosenTargets[i] = targets[positions[i]];
            chosenWeights[i] = weights[positions[i]];
        }
        return weighted(RowChecks.select(rows, positions), chosenTargets, chosenWeights);
    }

    /**
     * Returns these rows.
     *
     * @throws IllegalArgumentException if a value is missing; the message names its position
     */
    public TargetRows requireComplete() {
        rows.requireFinite();
        return this;
    }
}
