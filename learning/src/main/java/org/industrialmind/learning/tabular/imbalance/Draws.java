package org.industrialmind.learning.tabular.imbalance;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.supervised.LabelledRows;

/** What the resamplers share: which rows a class has, and how many it should have. */
final class Draws {
    private Draws() {}

    static void requireRatio(double ratio) {
        if (!(ratio > 0 && ratio <= 1)) {
            throw new IllegalArgumentException(
                    "a ratio of " + ratio + " of the smaller to the larger class is not in (0, 1]: 1 makes them equal");
        }
    }

    static int[][] rowsByClass(LabelledRows rows) {
        return IntStream.range(0, rows.classes())
                .mapToObj(k -> IntStream.range(0, rows.size())
                        .filter(r -> rows.label(r) == k)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Returns how many rows each class lacks to have the ratio of the largest; 0 for a class without rows. */
    static int[] lacking(int[][] byClass, double ratio) {
        int largest = Arrays.stream(byClass).mapToInt(of -> of.length).max().orElse(0);
        int wanted = (int) Math.round(ratio * largest);
        return Arrays.stream(byClass)
                .mapToInt(of -> of.length == 0 ? 0 : Math.max(0, wanted - of.length))
                .toArray();
    }

    /** Returns so many of the rows without replacement, in ascending order. */
    static int[] some(int[] rows, int count, SplittableRandom random) {
        int[] order = rows.clone();
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(order.length - i);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return Arrays.stream(order, 0, count).sorted().toArray();
    }
}
