package org.industrialmind.foundations.embedding;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.neighbors.NeighborIndex;

/** Rows of known groups, and how well a map keeps what matters. */
final class MapQuality {
    private MapQuality() {}

    /** Makes groups of rows around centres 12 deviations apart; row r belongs to group r % groups. */
    static Matrix groups(int groups, int each, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[groups * each * columns];
        Arrays.setAll(values, i -> random.nextGaussian() + (i % columns == i / columns % groups ? 12 : 0));
        return Matrix.of(groups * each, columns, values);
    }

    /** Returns the share of rows whose nearest row on the map is of their group. */
    static double togetherness(Matrix places, int groups) {
        NeighborIndex index = NeighborIndex.of(places);
        int together = 0;
        for (int r = 0; r < places.rows(); r++) {
            together += index.nearestTo(r, 1).position(0) % groups == r % groups ? 1 : 0;
        }
        return (double) together / places.rows();
    }

    /** Returns the share of the k nearest rows that are among the k nearest on the map. */
    static double kept(Matrix rows, Matrix places, int k) {
        NeighborIndex truth = NeighborIndex.of(rows);
        NeighborIndex map = NeighborIndex.of(places);
        int kept = 0;
        for (int r = 0; r < rows.rows(); r++) {
            int[] near = truth.nearestTo(r, k).positions();
            for (int other : map.nearestTo(r, k).positions()) {
                kept += Arrays.stream(near).anyMatch(position -> position == other) ? 1 : 0;
            }
        }
        return (double) kept / k / rows.rows();
    }
}
