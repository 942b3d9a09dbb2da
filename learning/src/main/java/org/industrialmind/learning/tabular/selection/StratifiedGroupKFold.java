package org.industrialmind.learning.tabular.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Deals whole groups into folds in which each class has about its share.
 *
 * <p>Both wishes at once are a hard packing problem; greedy is good: the group whose class counts are the most uneven goes
 * first, each to the fold that leaves the classes the most evenly spread, which is measured by the standard deviation over
 * folds of each class's share [1]. With few large groups the balance is rough, and no method can help that.
 *
 * <ol>
 *   <li>scikit-learn 1.2, StratifiedGroupKFold, states the same greedy rule.
 * </ol>
 *
 * @param folds how many; at least 2, and at most as many as there are groups
 */
public record StratifiedGroupKFold(int folds) implements Splitter {
    public StratifiedGroupKFold {
        Folds.requireFolds(folds);
    }

    @Override
    public List<Split> split(RowKeys rows, long seed) {
        List<int[]> members = Folds.members(rows.groups());
        Folds.requireEnough(folds, members.size(), "groups");
        int[] labels = rows.labels();
        int classes = Arrays.stream(labels).max().orElse(0) + 1;
        double[] totals = counts(IntStream.range(0, labels.length).toArray(), labels, classes);
        double[][] shares =
                members.stream().map(group -> shares(group, totals, labels)).toArray(double[][]::new);
        int[] order = Folds.stablySorted(
                Folds.shuffled(shares.length, new SplittableRandom(seed)),
                Comparator.comparingDouble(group -> -spread(counts(members.get(group), labels, classes))));
        return Folds.splits(deal(order, members, shares, rows.size()), folds);
    }

    private int[] deal(int[] order, List<int[]> members, double[][] shares, int size) {
        double[][] held = new double[folds][shares[0].length];
        int[] sizes = new int[folds];
        int[] foldOf = new int[size];
        for (int i = 0; i < order.length; i++) {
            int group = order[i];
            boolean mustFill = IntStream.of(sizes).filter(s -> s == 0).count() == order.length - i;
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int fold = 0; fold < folds; fold++) {
                if (mustFill && sizes[fold] > 0) {
                    continue; // as many groups are left as folds are empty: no fold may stay so
                }
                double unevenness = unevennessWith(held, fold, shares[group]);
                boolean ties = best >= 0 && Math.abs(unevenness - least) < 1e-12;
                if (best < 0 || (ties ? sizes[fold] < sizes[best] : unevenness < least)) {
                    best = fold;
                    least = unevenness;
                }
            }
            for (int k = 0; k < shares[group].length; k++) {
                held[best][k] += shares[group][k];
            }
            sizes[best] += members.get(group).length;
            for (int row : members.get(group)) {
                foldOf[row] = best;
            }
        }
        return foldOf;
    }

    /** Returns the mean over classes of the spread over folds, were the group in this fold. */
    private double unevennessWith(double[][] held, int fold, double[] group) {
        double sum = 0;
        for (int k = 0; k < group.length; k++) {
            double[] overFolds = new double[folds];
            for (int f = 0; f < folds; f++) {
                overFolds[f] = held[f][k] + (f == fold ? group[k] : 0);
            }
            sum += spread(overFolds);
        }
        return sum / group.length;
    }

    private static double[] counts(int[] group, int[] labels, int classes) {
        double[] counts = new double[classes];
        for (int row : group) {
            counts[labels[row]]++;
        }
        return counts;
    }

    private static double[] shares(int[] group, double[] totals, int[] labels) {
        double[] shares = counts(group, labels, totals.length);
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= Math.max(1, totals[k]); // a class without rows has a share of 0
        }
        return shares;
    }

    private static double spread(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }
}
