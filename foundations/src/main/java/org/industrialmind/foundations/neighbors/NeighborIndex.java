package org.industrialmind.foundations.neighbors;

import org.industrialmind.foundations.algebra.Matrix;

/** Finds, among the rows it was built of, those nearest to a row. Immutable and safe to share between threads. */
public interface NeighborIndex {
    /** Returns how many values a row has. */
    int columns();

    /** Returns how many rows are searched. */
    int size();

    /**
     * Returns the k nearest rows, nearest first. A row that is itself in the index finds itself at distance 0.
     *
     * @throws IllegalArgumentException if k is not in [1, size], the row has another number of values or lacks one
     */
    Neighbors nearest(double[] row, int k);

    /**
     * Returns all rows that lie no farther than the radius, nearest first.
     *
     * @throws IllegalArgumentException if the radius is negative or no number, the row has another number of values or
     *     lacks one
     */
    Neighbors within(double[] row, double radius);

    /**
     * Returns the k nearest other rows to the row at a position of the index: itself is left out, its doubles are not.
     *
     * @throws IllegalArgumentException if k is not in [1, size - 1]
     */
    Neighbors nearestTo(int position, int k);

    /** Returns an index by Euclidean distance; a tree of the kind that suits the number of columns. */
    static NeighborIndex of(Matrix rows) {
        return of(rows, Metric.EUCLIDEAN);
    }

    /**
     * Returns an index by the metric: a k-d tree up to 12 columns, where boxes are tight, a ball tree beyond and on the
     * sphere.
     *
     * @throws IllegalArgumentException if a value is missing, or the rows do not suit the metric
     */
    static NeighborIndex of(Matrix rows, Metric metric) {
        boolean boxes = rows.columns() <= 12 && !(metric instanceof Metric.Haversine);
        return boxes ? KdTree.of(rows, metric) : BallTree.of(rows, metric);
    }
}
