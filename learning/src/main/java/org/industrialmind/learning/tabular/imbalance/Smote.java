package org.industrialmind.learning.tabular.imbalance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
        double[][] all = IntStream.range(0, rows.size())
                .mapToObj(r -> rows.rows().row(r))
                .toArray(double[][]::new);
        int[][] byClass = Draws.rowsByClass(rows);
        int[] lacking = Draws.lacking(byClass, ratio);
        List<double[]> values = new ArrayList<>(List.of(all));
        int[] labels =
                Arrays.copyOf(rows.labels(), rows.size() + IntStream.of(lacking).sum());
        double[] weights = Arrays.copyOf(rows.weights(), labels.length);
        for (int k = 0; k < byClass.length; k++) {
            int label = k;
            int[] of = byClass[k];
            int[] parents = lacking[k] == 0 || around == 0
                    ? of
                    : Arrays.stream(of)
                            .filter(r -> inDanger(r, label, rows, all))
                            .toArray();
            int[][] near = new int[parents.length][];
            for (int made = 0; made < lacking[k] && parents.length > 0; made++) {
                int drawn = random.nextInt(parents.length);
                int parent = parents[drawn];
                near[drawn] = near[drawn] == null ? nearest(parent, of, all, neighbours) : near[drawn];
                int[] others = near[drawn];
                int other = others.length == 0 ? parent : others[random.nextInt(others.length)];
                labels[values.size()] = k;
                weights[values.size()] = (rows.weight(parent) + rows.weight(other)) / 2;
                values.add(between(all[parent], all[other], random.nextDouble()));
            }
        }
        int size = values.size();
        return LabelledRows.weighted(
                Matrix.ofRows(values.toArray(double[][]::new)),
                Arrays.copyOf(labels, size),
                Arrays.copyOf(weights, size),
                rows.classes());
    }

    private boolean inDanger(int row, int label, LabelledRows rows, double[][] all) {
        int[] near = nearest(row, IntStream.range(0, all.length).toArray(), all, around);
        long others = Arrays.stream(near).filter(r -> rows.label(r) != label).count();
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

    private static double[] between(double[] from, double[] to, double share) {
        double[] made = new double[from.length];
        for (int c = 0; c < made.length; c++) {
            made[c] = from[c] + share * (to[c] - from[c]);
        }
        return made;
    }
}
