package org.industrialmind.foundations.neighbors;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * A k-d tree [1]: each part is bounded by the smallest box around its rows. A search among n rows of few columns reads
 * about log n of them; the more columns, the more boxes reach into the neighbourhood, and beyond some twenty the tree
 * reads nearly all.
 *
 * <p>Complexity: O(n p log n) to build. It finds exactly what {@link BruteForce} finds.
 *
 * <ol>
 *   <li>Friedman, Bentley and Finkel 1977, An algorithm for finding best matches in logarithmic expected time, ACM TOMS
 *       3(3).
 * </ol>
 */
public final class KdTree extends SpaceTree {
    private final double[] boxes; // [part, lower or upper, column]

    private KdTree(Matrix rows, Metric metric) {
        super(rows, metric);
        int p = columns();
        boxes = new double[parts() * 2 * p];
        for (int part = 0; part < parts(); part++) {
            int at = part * 2 * p;
            Arrays.fill(boxes, at, at + p, Double.POSITIVE_INFINITY);
            Arrays.fill(boxes, at + p, at + 2 * p, Double.NEGATIVE_INFINITY);
            for (int i = begin(part); i < end(part); i++) {
                for (int c = 0; c < p; c++) {
                    double value = values[i * p + c];
                    boxes[at + c] = Math.min(boxes[at + c], value);
                    boxes[at + p + c] = Math.max(boxes[at + p + c], value);
                }
            }
        }
    }

    /** @throws IllegalArgumentException if a value is missing, or the rows do not suit the metric */
    public static KdTree of(Matrix rows, Metric metric) {
        if (metric instanceof Metric.Haversine) {
            throw new IllegalArgumentException(
                    "boxes of latitudes and longitudes bound no distance on a sphere: take a ball tree or brute force");
        }
        return new KdTree(rows, metric);
    }

    @Override
    double bound(double[] row, int part) {
        return space.reducedToBox(row, boxes, part * 2 * space.columns);
    }
}
