package org.industrialmind.foundations.clustering;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;

/** Round clouds of rows with their true labels. */
record Blobs(Matrix rows, int[] labels) {
    /** Makes clouds of deviation 1 whose centres lie this far apart, each on an axis of its own. */
    static Blobs of(int clouds, int each, int columns, double apart, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[clouds * each * columns];
        int[] labels = new int[clouds * each];
        for (int r = 0; r < labels.length; r++) {
            labels[r] = r % clouds;
            for (int c = 0; c < columns; c++) {
                double centre = c == labels[r] % columns ? apart * (labels[r] / columns + 1) : 0;
                values[r * columns + c] = centre + random.nextGaussian();
            }
        }
        return new Blobs(Matrix.of(labels.length, columns, values), labels);
    }

    /** Renames labels in the order in which they come first; noise stays noise. */
    static int[] renamed(int[] labels) {
        Map<Integer, Integer> names = new HashMap<>();
        int[] renamed = new int[labels.length];
        for (int r = 0; r < labels.length; r++) {
            renamed[r] = labels[r] < 0 ? -1 : names.computeIfAbsent(labels[r], name -> names.size());
        }
        return renamed;
    }
}
