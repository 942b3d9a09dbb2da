package org.industrialmind.foundations.supervised;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;

/** Rows drawn from known laws, for tests: what a learner should find in them is known in closed form. */
public final class SyntheticRows {
    private SyntheticRows() {}

    /** Draws clouds of unit variance around corners {@code distance} apart, classes in turn. Shape: [size, columns]. */
    public static LabelledRows clouds(int size, int columns, int classes, double distance, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[size][columns];
        int[] labels = new int[size];
        for (int r = 0; r < size; r++) {
            labels[r] = r % classes;
            for (int c = 0; c < columns; c++) {
                rows[r][c] = random.nextGaussian() + (c % classes == labels[r] ? distance : 0);
            }
        }
        return LabelledRows.of(Matrix.ofRows(rows), labels, classes);
    }

    /** Draws {@code y = 3 + 2 x0 - x1 + noise}; every further column tells nothing. Shape: [size, columns >= 2]. */
    public static TargetRows plane(int size, int columns, double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[size][columns];
        double[] targets = new double[size];
        for (int r = 0; r < size; r++) {
            for (int c = 0; c < columns; c++) {
                rows[r][c] = random.nextGaussian();
            }
            targets[r] = 3 + 2 * rows[r][0] - rows[r][1] + noise * random.nextGaussian();
        }
        return TargetRows.of(Matrix.ofRows(rows), targets);
    }
}
