package org.industrialmind.learning.surroundings;

import java.util.List;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;

/** The parabola that fits points best, or the straight line where there are only two. */
final class Parabola {
    private static final double APART = 0.05; // of half the span: points closer than that are one

    private Parabola() {}

    /** Returns its slope there; 0 where all points lie above each other. */
    static double slope(List<double[]> points, double at) {
        double low = points.stream().mapToDouble(point -> point[0]).min().orElse(0);
        double high = points.stream().mapToDouble(point -> point[0]).max().orElse(0);
        double half = (high - low) / 2;
        if (!(half > 0)) {
            return 0;
        }
        double middle = low + half;
        int terms = distinct(points, half) > 2 ? 3 : 2;
        double[] squares = new double[terms * terms];
        double[] products = new double[terms];
        for (double[] point : points) {
            double x = (point[0] - middle) / half;
            double[] powers = {1, x, x * x};
            for (int i = 0; i < terms; i++) {
                products[i] += powers[i] * point[1];
                for (int k = 0; k < terms; k++) {
                    squares[i * terms + k] += powers[i] * powers[k];
                }
            }
        }
        double[] b = CholeskyDecomposition.of(Matrix.of(terms, terms, squares)).solve(products);
        double x = (at - middle) / half;
        return (b[1] + (terms > 2 ? 2 * b[2] * x : 0)) / half;
    }

    private static long distinct(List<double[]> points, double half) {
        return points.stream()
                .mapToLong(point -> Math.round(point[0] / (APART * half)))
                .distinct()
                .count();
    }
}
