package org.industrialmind.learning.tabular.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Keeps one part of the rows to judge on: a single split.
 *
 * @param share the part judged on, in (0, 1); rounded to rows, at least one row on each side
 * @param kind how the part is drawn
 */
public record HoldOut(double share, Kind kind) implements Splitter {
    /** How the part to judge on is drawn. */
    public enum Kind {
        /** Rows at random. */
        RANDOM,
        /** Rows at random, each class with its share. */
        STRATIFIED,
        /** Whole groups at random, until the share is reached. */
        GROUPED,
        /** The latest rows; an instant is not torn, and the seed is ignored. */
        LATEST
    }

    public HoldOut {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a hold-out share of " + share + " is not in (0, 1)");
        }
    }

    @Override
    public List<Split> split(RowKeys rows, long seed) {
        Folds.requireEnough(2, rows.size(), "rows");
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = switch (kind) {
            case RANDOM -> Folds.shuffled(rows.size(), random);
            case STRATIFIED -> spreadClasses(rows.labels(), random);
            case GROUPED -> drawGroups(rows.groups(), random);
            case LATEST -> latestFirst(rows.times());
        };
        int cut = (int) Math.clamp(Math.round(share * rows.size()), 1, rows.size() - 1);
        int end = switch (kind) {
            case RANDOM, STRATIFIED -> cut;
            case GROUPED -> wholeRun(order, rows.groups(), cut);
            case LATEST -> wholeRun(order, ranks(rows.times()), cut);
        };
        int[] test = Arrays.copyOf(order, end);
        int[] train = Arrays.copyOfRange(order, end, order.length);
        Arrays.sort(test);
        Arrays.sort(train);
        return List.of(Split.of(train, test));
    }

    /** Returns an order in which every beginning holds each class by its share: rows by their place within their class. */
    private static int[] spreadClasses(int[] labels, SplittableRandom random) {
        int[] order = Folds.shuffledByClass(labels, random);
        double[] place = new double[labels.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && labels[order[to]] == labels[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                place[order[i]] = (i - from + 0.5) / (to - from);
            }
            from = to;
        }
        return Folds.stablySorted(order, Comparator.comparingDouble(row -> place[row]));
    }

    private static int[] drawGroups(int[] groups, SplittableRandom random) {
        List<int[]> members = Folds.members(groups);
        Folds.requireEnough(2, members.size(), "groups");
        return Arrays.stream(Folds.shuffled(members.size(), random))
                .mapToObj(members::get)
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    private static int[] latestFirst(long[] times) {
        return Folds.stablySorted(
                IntStream.range(0, times.length).toArray(),
                Comparator.comparingLong((Integer row) -> times[row]).reversed());
    }

    /** Returns for each time how many distinct times are earlier. */
    private static int[] ranks(long[] times) {
        long[] distinct = Arrays.stream(times).sorted().distinct().toArray();
        return Arrays.stream(times)
                .mapToInt(time -> Arrays.binarySearch(distinct, time))
                .toArray();
    }

    /** Moves the cut to the nearest place where the key changes, inside the order. */
    private static int wholeRun(int[] order, int[] keys, int cut) {
        for (int away = 0; away < order.length; away++) {
            if (isBorder(order, keys, cut - away)) {
                return cut - away;
            }
            if (isBorder(order, keys, cut + away)) {
                return cut + away;
            }
        }
        throw new IllegalArgumentException("all " + order.length
                + " rows share one group or instant: expected at least two, one to learn from and one to judge on");
    }

    private static boolean isBorder(int[] order, int[] keys, int cut) {
        return cut > 0 && cut < order.length && keys[order[cut]] != keys[order[cut - 1]];
    }
}
