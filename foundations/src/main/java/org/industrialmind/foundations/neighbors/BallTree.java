package org.industrialmind.foundations.neighbors;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * A ball tree [1]: each part is bounded by a ball around the mean of its rows. A ball needs only the triangle inequality,
 * so it serves every metric, the sphere too, and it stays useful at more columns than a box where the rows lie near some
 * lower-dimensional surface.
 *
 * <p>Complexity: O(n p log n) to build. It finds exactly what {@link BruteForce} finds.
 *
 * <ol>
 *   <li>Omohundro 1989, Five balltree construction algorithms, ICSI TR-89-063.
 * </ol>
 */
public final class BallTree extends SpaceTree {
    private static final double ROUNDING = 1e-12; // of the sum that the difference below may cancel

    private final double[] centres; // [part, column]
    private final double[] radii; // as true distances

    private BallTree(Matrix rows, Metric metric) {
        super(rows, metric);
        int p = columns();
        centres = new double[parts() * p];
        radii = new double[parts()];
        double[] centre = new double[p];
        for (int part = 0; part < parts(); part++) {
            int count = end(part) - begin(part);
            for (int i = begin(part); i < end(part); i++) {
                for (int c = 0; c < p; c++) {
                    centres[part * p + c] += values[i * p + c] / count;
                }
            }
            System.arraycopy(centres, part * p, centre, 0, p);
            double farthest = 0;
            for (int i = begin(part); i < end(part); i++) {
                farthest = Math.max(farthest, space.reduced(centre, values, i * p));
            }
            radii[part] = space.distance(farthest);
        }
    }

    /** @throws IllegalArgumentException if a value is missing, or the rows do not suit the metric */
    public static BallTree of(Matrix rows, Metric metric) {
        return new BallTree(rows, metric);
    }

    @Override
    double bound(double[] row, int part) {
        double toCentre = space.distance(space.reduced(row, centres, part * space.columns));
        double gap = toCentre - radii[part] - ROUNDING * (toCentre + radii[part]);
        return gap > 0 ? space.reduced(gap) : 0;
    }
}
