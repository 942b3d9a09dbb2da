package org.industrialmind.foundations.decomposition;

import org.industrialmind.foundations.algebra.Matrix;

/** A table as the product of a tall and a wide one. */
public final class LowRankModel {
    private final Matrix tall;
    private final double[] s;
    private final Matrix wide;
    private final double squares;

    LowRankModel(Matrix tall, double[] s, Matrix wide, double squares) {
        this.tall = tall;
        this.s = s;
        this.wide = wide;
        this.squares = squares;
    }

    /** Returns the singular values kept, in descending order; a copy. */
    public double[] singularValues() {
        return s.clone();
    }

    /** Returns the directions, each of length 1. Shape: [rank, column]. */
    public Matrix directions() {
        return wide;
    }

    /** Returns the coordinates of the rows learned from. Shape: [row, rank]. */
    public Matrix coordinates() {
        return tall;
    }

    /** Returns the coordinates of rows. Shape: [row, column] -> [row, rank]. */
    public Matrix transform(Matrix rows) {
        Shapes.requireColumns(rows, wide.columns());
        return rows.timesTransposed(wide);
    }

    /** Returns the table put together again. Shape: [row, column]. */
    public Matrix table() {
        return tall.times(wide);
    }

    /** Returns the share of the sum of squares that is kept; 1 for a table of zeros. */
    public double kept() {
        double sum = 0;
        for (double value : s) {
            sum += value * value;
        }
        return squares > 0 ? Math.min(1, sum / squares) : 1;
    }

    /** Returns how many numbers are stored instead of rows x columns. */
    public int numbers() {
        return s.length * (tall.rows() + wide.columns());
    }
}
