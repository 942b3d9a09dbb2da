package org.industrialmind.learning.tabular.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What the splitters by folds share: drawing an order, and turning a fold for each row into splits. */
final class Folds {
    private Folds() {}

    static void requireFolds(int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException(
                    "seen " + folds + " folds: expected at least 2, one to judge on and one to learn from");
        }
    }

    static void requireEnough(int folds, int seen, String what) {
        if (seen < folds) {
            throw new IllegalArgumentException("seen " + seen + " " + what + " for " + folds
                    + " folds: expected at least one for each; ask for fewer folds");
        }
    }

    /** Returns 0 .. size - 1 in drawn order (Fisher and Yates). */
    static int[] shuffled(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /** Returns 0 .. size - 1 in drawn order, the rows of a class beside each other. */
    static int[] shuffledByClass(int[] labels, SplittableRandom random) {
        return stablySorted(shuffled(labels.length, random), Comparator.comparingInt(row -> labels[row]));
    }

    static int[] stablySorted(int[] order, Comparator<Integer> comparator) {
        return Arrays.stream(order)
                .boxed()
                .sorted(comparator)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns the rows of each group, groups in ascending order of their number. */
    static List<int[]> members(int[] groups) {
        TreeMap<Integer, List<Integer>> members = new TreeMap<>();
        for (int row = 0; row < groups.length; row++) {
            members.computeIfAbsent(groups[row], group -> new ArrayList<>()).add(row);
        }
        return members.values().stream()
                .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** Returns one split for each fold: judged on its rows, learned from all others, both in ascending order. */
    static List<Split> splits(int[] foldOf, int folds) {
        return IntStream.range(0, folds)
                .mapToObj(fold -> Split.of(
                        IntStream.range(0, foldOf.length)
                                .filter(row -> foldOf[row] != fold)
                                .toArray(),
                        IntStream.range(0, foldOf.length)
                                .filter(row -> foldOf[row] == fold)
                                .toArray()))
                .toList();
    }
}
