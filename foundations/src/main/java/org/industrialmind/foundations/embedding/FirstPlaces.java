package org.industrialmind.foundations.embedding;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.SingularValues;

/** Where a map in two dimensions begins: the first two principal components, so that the large picture is right. */
final class FirstPlaces {
    private FirstPlaces() {}

    /** Returns places [row, 2] whose first coordinate has the deviation; a hundredth of it is added at random. */
    static double[] of(Matrix rows, double deviation, long seed) {
        int n = rows.rows();
        double[] values = rows.toArray();
        double[] mean = rows.columnMeans();
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean[i % mean.length];
        }
        SingularValues parts = SingularValues.of(Matrix.of(n, rows.columns(), values));
        double[] s = parts.s();
        SplittableRandom random = new SplittableRandom(seed);
        double[] places = new double[2 * n];
        for (int r = 0; r < n; r++) {
            for (int k = 0; k < 2; k++) {
                double along = k < s.length && s[0] > 0 ? parts.u().get(r, k) * s[k] / s[0] * Math.sqrt(n) : 0;
                places[2 * r + k] = deviation * (along + 0.01 * random.nextGaussian()); // parts rows that coincide
            }
        }
        return places;
    }
}
