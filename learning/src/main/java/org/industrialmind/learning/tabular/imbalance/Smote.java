package org.industrialmind.learning.tabular.imbalance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Adds invented rows of the smaller classes, each on the line between a row and one of its nearest neighbours of the class
 * [1]. The borderline kind invents only around rows in danger: those whose neighbours are for the larger part, but not all,
 * of other classes [2].
 *
 * <p>The rows given stay, in their order; the invented follow, with the mean weight of their parents. Neighbours are by plain
 * distance, so bring columns to one scale before. Coded categories get values in between that mean nothing. What a threshold
 * or weights can do, they do more honestly; inventing helps methods that need a filled region, such as trees and neighbours.
 *
 * <p>Rows must be complete. Complexity: all pairs of rows of a class, times columns; the borderline kind all pairs of rows.
 *
 * <ol>
 *   <li>Chawla, Bowyer, Hall and Kegelmeyer 2002, SMOTE: synthetic minority over-sampling technique, JAIR 16.
 *   <li>Han, Wang and Mao 2005, Borderline-SMOTE, ICIC; the first of its two kinds.
 * </ol>
 *
 * @param ratio each class has at least this share of the largest afterwards, in (0, 1]; a class without a row in danger gets
 *     none by the borderline kind
 * @param neighbours how many of the class may be the other end; at least 1, and 5 in [1]
 * @param around how many of all classes say whether a row is in danger; 0 for the plain kind
 */
public record Smote(double ratio, int neighbours, int around) implements Resampler {
    public Smote {
        Draws.requireRatio(ratio);
        if (neighbours < 1 || around < 0) {
            throw new IllegalArgumentException("seen " + neighbours + " neighbours, and " + around
                    + " around a row: expected at least 1, and 0 or more");
        }
    }

    /** Returns the plain kind, to equal classes, with five neighbours. */
    public static Smote defaults() {
        return new Smote(1, 5, 0);
    }

    /** Returns the borderline kind, to equal classes, with five neighbours of the class and ten of all. */
    public static Smote borderline() {
        return new Smote(1, 5, 10);
    }

    @Override
    public LabelledRows resample(LabelledRows rows, long seed) {
        rows.requireComplete();
        SplittableRandom random = new SplittableRandom(seed);
        Invention invention = new Invention(rows);
        int[][] byClass = Draws.rowsByClass(rows);
        int[] lacking = Draws.lacking(byClass, ratio);
        for (int k = 0; k < byClass.length; k++) {
            if (lacking[k] > 0) {
                invent(invention, k, byClass[k], lacking[k], random);
            }
        }
        return invention.all();
    }

    private void invent(Invention invention, int label, int[] of, int count, SplittableRandom random) {
        int[] parents = around == 0
                ? of
                : Arrays.stream(of)
                        .filter(row -> inDanger(row, label, invention))
                        .toArray();
        Map<Integer, int[]> near = new HashMap<>();
        for (int made = 0; made < count && parents.length > 0; made++) {
            int parent = parents[random.nextInt(parents.length)];
            int[] others = near.computeIfAbsent(parent, row -> nearest(row, of, invention.given, neighbours));
            int other = others.length == 0 ? parent : others[random.nextInt(others.length)];
            invention.add(parent, other, random.nextDouble());
        }
    }

    private boolean inDanger(int row, int label, Invention invention) {
        int[] all = IntStream.range(0, invention.given.length).toArray();
        int[] near = nearest(row, all, invention.given, around);
        long others = Arrays.stream(near)
                .filter(r -> invention.rows.label(r) != label)
                .count();
        return 2 * others >= near.length && others < near.length;
    }

    /** Returns the nearest of the candidates but the row itself, nearest first; of equally near ones the first. */
    private static int[] nearest(int row, int[] candidates, double[][] all, int count) {
        double[] distances = new double[all.length];
        for (int candidate : candidates) {
            distances[candidate] = squaredDistance(all[row], all[candidate]);
        }
        return Arrays.stream(candidates)
                .filter(candidate -> candidate != row)
                .boxed()
                .sorted(Comparator.comparingDouble(candidate -> distances[candidate]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += (a[c] - b[c]) * (a[c] - b[c]);
        }
        return sum;
    }

    /** The rows given and those invented so far. */
    private static final class Invention {
        private final LabelledRows rows;
        private final double[][] given;
        private final List<double[]> made = new ArrayList<>();
        private final List<Integer> labels = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();

        Invention(LabelledRows rows) {
            this.rows = rows;
            given = IntStream.range(0, rows.size())
                    .mapToObj(r -> rows.rows().row(r))
                    .toArray(double[][]::new);
        }

        void add(int parent, int other, double share) {
            double[] between = new double[rows.columns()];
            for (int c = 0; c < between.length; c++) {
                between[c] = given[parent][c] + share * (given[other][c] - given[parent][c]);
            }
            made.add(between);
            labels.add(rows.label(parent));
            weights.add((rows.weight(parent) + rows.weight(other)) / 2);
        }

        LabelledRows all() {
            return LabelledRows.weighted(
                    Matrix.ofRows(
                            Stream.concat(Arrays.stream(given), made.stream()).toArray(double[][]::new)),
                    IntStream.concat(
                                    Arrays.stream(rows.labels()),
                                    labels.stream().mapToInt(Integer::intValue))
                            .toArray(),
                    DoubleStream.concat(
                                    Arrays.stream(rows.weights()),
                                    weights.stream().mapToDouble(Double::doubleValue))
                            .toArray(),
                    rows.classes());
        }
    }
}
