package org.industrialmind.learning.tabular.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges on the future only: each fold learns from rows before it and is judged on the rows that follow.
 *
 * <p>The rows are laid out by time and cut into folds + 1 blocks of about equal size; rows of one instant stay together.
 * Block k + 1 is judged on by what was learned before it. An expanding window learns from all the past, a sliding one from
 * its last stretch: less data, but of today's machine. A gap keeps out the rows whose label or moving average reaches into
 * the test part, which would otherwise leak the answer [1].
 *
 * <p>Nothing is drawn, so the seed is ignored. The first block is never judged on.
 *
 * <ol>
 *   <li>Lopez de Prado 2018, Advances in Financial Machine Learning, chapter 7 (purging and embargo).
 * </ol>
 *
 * @param folds how many; at least 1
 * @param gap a training row lies more than this before the first test row; in the unit of the times, 0 or more
 * @param memory a training row lies at most this far before the gap; {@link Long#MAX_VALUE} for all the past
 */
public record TimeFolds(int folds, long gap, long memory) implements Splitter {
    public TimeFolds {
        if (folds < 1 || gap < 0 || memory < 1) {
            throw new IllegalArgumentException("seen " + folds + " folds, a gap of " + gap + " and a memory of "
                    + memory + ": expected at least one fold, no negative gap and a memory above 0");
        }
    }

    /** Returns folds that learn from all the past but the gap. */
    public static TimeFolds expanding(int folds, long gap) {
        return new TimeFolds(folds, gap, Long.MAX_VALUE);
    }

    /** Returns folds that learn from the last stretch before the gap. */
    public static TimeFolds sliding(int folds, long gap, long memory) {
        return new TimeFolds(folds, gap, memory);
    }

    @Override
    public List<Split> split(RowKeys rows, long seed) {
        long[] times = rows.times();
        int[] order = Folds.stablySorted(
                IntStream.range(0, times.length).toArray(), Comparator.comparingLong(row -> times[row]));
        int[] starts = blockStarts(order, times);
        List<Split> splits = new ArrayList<>();
        for (int block = 1; block <= folds; block++) {
            int[] test = Arrays.copyOfRange(order, starts[block], starts[block + 1]);
            long start = times[test[0]];
            int[] train = Arrays.stream(order, 0, starts[block])
                    .filter(row -> isLearned(start - times[row]))
                    .toArray();
            if (train.length == 0) {
                throw new IllegalArgumentException(
                        "no row is left to learn from before time " + start + " with a gap of " + gap
                                + ": expected a gap shorter than the first block; ask for fewer folds or a shorter gap");
            }
            splits.add(Split.of(train, test));
        }
        return List.copyOf(splits);
    }

    private boolean isLearned(long before) {
        return before > gap && before - gap <= memory;
    }

    /** Returns where each block starts in the order, and where the last one ends. */
    private int[] blockStarts(int[] order, long[] times) {
        int[] starts = new int[folds + 2];
        for (int block = 1; block <= folds; block++) {
            int start = (int) ((long) order.length * block / (folds + 1));
            while (start > 0 && start < order.length && times[order[start]] == times[order[start - 1]]) {
                start++; // an instant is not torn: its rest belongs to the block before
            }
            starts[block] = start;
        }
        starts[folds + 1] = order.length;
        for (int block = 0; block <= folds; block++) {
            if (starts[block] >= starts[block + 1]) {
                throw new IllegalArgumentException(
                        order.length + " rows cannot be cut into " + (folds + 1)
                                + " blocks in time without tearing an instant: expected more distinct times; ask for fewer folds");
            }
        }
        return starts;
    }
}
