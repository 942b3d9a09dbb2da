package org.industrialmind.learning.tabular.selection;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are learned from and which are judged on: positions in a table, the two never meeting.
 *
 * <p>Rows of neither part are allowed: a gap in time, or a share left out.
 */
public final class Split {
    private final int[] train;
    private final int[] test;

    private Split(int[] train, int[] test) {
        this.train = train;
        this.test = test;
    }

    /**
     * Takes both parts; copied.
     *
     * @throws IllegalArgumentException if a part is empty, or a position is negative or comes twice
     */
    public static Split of(int[] train, int[] test) {
        BitSet seen = new BitSet();
        requirePart("train", train, seen);
        requirePart("test", test, seen);
        return new Split(train.clone(), test.clone());
    }

    private static void requirePart(String part, int[] positions, BitSet seen) {
        if (positions.length == 0) {
            throw new IllegalArgumentException("the " + part + " part of a split is empty: expected at least one row");
        }
        for (int position : positions) {
            if (position < 0 || seen.get(position)) {
                throw new IllegalArgumentException("position " + position + " in the " + part + " part of a split is "
                        + (position < 0 ? "negative" : "taken already") + ": expected each row once, in one part");
            }
            seen.set(position);
        }
    }

    /** Returns the positions learned from; a copy. */
    public int[] train() {
        return train.clone();
    }

    /** Returns the positions judged on; a copy. */
    public int[] test() {
        return test.clone();
    }

    public int trainSize() {
        return train.length;
    }

    public int testSize() {
        return test.length;
    }

    /** Returns this split of a selection of rows as a split of the table that the rows were selected from. */
    public Split within(int[] positions) {
        return Split.of(pick(positions, train), pick(positions, test));
    }

    private static int[] pick(int[] positions, int[] chosen) {
        return Arrays.stream(chosen).map(i -> positions[i]).toArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Split that && Arrays.equals(train, that.train) && Arrays.equals(test, that.test);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(train) + Arrays.hashCode(test);
    }

    @Override
    public String toString() {
        return "Split[train " + train.length + ", test " + test.length + "]";
    }
}
